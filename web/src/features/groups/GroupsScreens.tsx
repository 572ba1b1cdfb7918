/** Which screen of groups an address shows. */
import { useLocation, useParams } from "@tanstack/react-router"
import type { ComponentType } from "react"
import { NotHere } from "./NotHere"
import { ContributeScreen } from "./ContributeScreen"
import { CreateScreen } from "./CreateScreen"
import { GroupHomeScreen } from "./GroupHomeScreen"
import { GroupsScreen } from "./GroupsScreen"
import { InviteScreen } from "./InviteScreen"
import { JoinScreen } from "./JoinScreen"
import { LogScreen } from "./LogScreen"
import { MembersScreen } from "./MembersScreen"
import { ProposeScreen } from "./ProposeScreen"
import { RulesScreen } from "./RulesScreen"
import { ChangeRulesScreen } from "./ChangeRulesScreen"
import { StatementScreen } from "./StatementScreen"
import { VoteScreen } from "./VoteScreen"
import { VotesScreen } from "./VotesScreen"

const PARTS: Record<string, ComponentType<{ id: string }>> = {
  contribute: ContributeScreen,
  ask: ProposeScreen,
  votes: VotesScreen,
  members: MembersScreen,
  invite: InviteScreen,
  statement: StatementScreen,
  rules: RulesScreen,
  "change-rules": ChangeRulesScreen,
  log: LogScreen,
}

export default function GroupsScreens() {
  const { pathname } = useLocation()
  const { id, part, vote } = useParams({ strict: false })
  if (pathname === "/groups/new") return <CreateScreen />
  if (pathname === "/groups/join") return <JoinScreen />
  if (!id) return <GroupsScreen />
  if (vote) return <VoteScreen key={vote} id={id} vote={vote} />
  if (!part) return <GroupHomeScreen key={id} id={id} />
  const Part = PARTS[part] ?? NotHere
  return <Part key={`${id}${part}`} id={id} />
}
