/** One screen: its title, its way back, what it shows, and one clear action at its foot. */
import { styled } from "@/ui/theme/styled"
import { useEffect, useRef, type ReactNode } from "react"
import { TopBar } from "./TopBar"
import { Text } from "./Text"

type Width = "narrow" | "middle" | "wide"
const WIDTHS: Record<Width, number> = { narrow: 480, middle: 720, wide: 1120 }

const Body = styled("main", { shouldForwardProp: (prop) => prop !== "width" })<{ width: Width }>(
  ({ width }) => ({
    flex: 1,
    display: "flex",
    flexDirection: "column",
    gap: 24,
    width: "100%",
    maxWidth: WIDTHS[width],
    marginInline: "auto",
    padding: "8px 20px 32px",
    "&:focus": { outline: "none" },
    "@media (min-width: 900px)": { padding: "16px 32px 48px" },
  }),
)

const Foot = styled("div")({
  marginTop: "auto",
  display: "flex",
  flexDirection: "column",
  gap: 12,
  paddingTop: 8,
  // On a desk the action stands right under what it is about.
  "@media (min-width: 900px)": { marginTop: 0 },
  // On a very low screen it would hide what it is about.
  "@media (min-height: 560px)": {
    "&.pinned": {
      position: "sticky",
      bottom: 0,
      zIndex: 5,
      margin: "auto -20px -32px",
      padding: "12px 20px max(20px, env(safe-area-inset-bottom))",
      background: "color-mix(in srgb, var(--batua-palette-background-default) 94%, transparent)",
    },
  },
})

let hasShown = false

export interface ScreenProps {
  title: string
  children: ReactNode
  /** One sentence under the title. */
  intro?: string
  /** Where the arrow leads; `true` goes back in the history; or what it does. */
  back?: string | true | (() => void)
  /** Buttons beside the title. */
  actions?: ReactNode
  /** The one clear action, at the foot of the screen. */
  foot?: ReactNode
  /** Keep the foot in sight while the rest is scrolled. */
  pinned?: boolean
  width?: Width
  /** A title for screen readers only, where the screen has a face of its own. */
  hideTitle?: boolean
  /** Before sign-in: no search and no bell. */
  outside?: boolean
}

export function Screen(props: ScreenProps) {
  const { title, children, intro, back, actions, foot, width = "narrow" } = props
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = `${title} · Batua`
  }, [title])
  useEffect(() => {
    // A new screen is read from its beginning, unless it has put the cursor somewhere itself.
    // The first one is read from the beginning of the page, as every page is.
    if (hasShown && !main.current?.contains(document.activeElement))
      main.current?.focus({ preventScroll: true })
    hasShown = true
  }, [])
  return (
    <>
      <TopBar back={back} outside={props.outside} />
      <Body ref={main} width={width} tabIndex={-1} id="main">
        <Heading hidden={props.hideTitle}>
          <div>
            <Text as="h1" size="headline">
              {title}
            </Text>
            {intro && (
              <Text tone="quiet" size="large">
                {intro}
              </Text>
            )}
          </div>
          {actions}
        </Heading>
        {children}
        {foot && <Foot className={props.pinned ? "pinned" : undefined}>{foot}</Foot>}
      </Body>
    </>
  )
}

const Row = styled("header")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "flex-start",
  justifyContent: "space-between",
  gap: 16,
  "& > div": { minWidth: 0, display: "grid", gap: 6 },
})

function Heading({ hidden, children }: { hidden?: boolean; children: ReactNode }) {
  return <Row className={hidden ? "hidden-text" : undefined}>{children}</Row>
}
