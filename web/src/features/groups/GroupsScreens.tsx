/** Which screen of groups an address shows. */
import { useLocation, useParams } from "@tanstack/react-router"
import type { ComponentType } from "react"
import { AboutScreen } from "./AboutScreen"
import { NotHere } from "./NotHere"
import { ContributeScreen } from "./contribute/ContributeScreen"
import { CreateScreen } from "./CreateScreen"
import { DelegationScreen } from "./votes/DelegationScreen"
import { DuesScreen } from "./dues/DuesScreen"
import { EndScreen } from "./ending/EndScreen"
import { FiguresScreen } from "./figures/FiguresScreen"
import { GroupHomeScreen } from "./GroupHomeScreen"
import { GroupsScreen } from "./GroupsScreen"
import { InviteScreen } from "./members/InviteScreen"
import { JoinScreen } from "./members/JoinScreen"
import { BorrowScreen } from "./loans/BorrowScreen"
import { LoanScreen } from "./loans/LoanScreen"
import { LoansScreen } from "./loans/LoansScreen"
import { LogScreen } from "./LogScreen"
import { MembersScreen } from "./members/MembersScreen"
import { MovementScreen } from "./statement/MovementScreen"
import { ProposeScreen } from "./votes/ProposeScreen"
import { RulesScreen } from "./rules/RulesScreen"
import { ChangeRulesScreen } from "./rules/ChangeRulesScreen"
import { StatementScreen } from "./statement/StatementScreen"
import { VersionsScreen } from "./rules/VersionsScreen"
import { VoteScreen } from "./votes/VoteScreen"
import { VotesScreen } from "./votes/VotesScreen"

const PARTS: Record<string, ComponentType<{ id: string }>> = {
  about: AboutScreen,
  delegation: DelegationScreen,
  versions: VersionsScreen,
  contribute: ContributeScreen,
  ask: ProposeScreen,
  votes: VotesScreen,
  loans: LoansScreen,
  members: MembersScreen,
  invite: InviteScreen,
  dues: DuesScreen,
  statement: StatementScreen,
  figures: FiguresScreen,
  rules: RulesScreen,
  "change-rules": ChangeRulesScreen,
  end: EndScreen,
  log: LogScreen,
}

export default function GroupsScreens() {
  const { pathname } = useLocation()
  const { id, part, vote, loan, movement } = useParams({ strict: false })
  if (pathname === "/groups/new") return <CreateScreen />
  if (pathname === "/groups/join") return <JoinScreen />
  if (!id) return <GroupsScreen />
  if (vote) return <VoteScreen key={vote} id={id} vote={vote} />
  if (loan === "new") return <BorrowScreen key={id} id={id} />
  if (loan) return <LoanScreen key={loan} id={id} loan={loan} />
  if (movement) return <MovementScreen key={movement} id={id} movement={movement} />
  if (!part) return <GroupHomeScreen key={id} id={id} />
  const Part = PARTS[part] ?? NotHere
  return <Part key={`${id}${part}`} id={id} />
}
