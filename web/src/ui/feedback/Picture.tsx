/** Small block prints for empty and broken screens. */
import { styled } from "@/ui/theme/styled"

export type PictureName = "pouch" | "people" | "bell" | "search" | "letter" | "knot" | "path"

const Frame = styled("svg")({
  "& .indigo": { fill: "var(--batua-palette-service-send-main)" },
  "& .marigold": { fill: "var(--batua-palette-cloth-thread)" },
  "& .rani": { fill: "var(--batua-palette-service-request-main)" },
  "& .leaf": { fill: "var(--batua-palette-service-add-main)" },
  "& .soft": { fill: "var(--batua-palette-service-send-soft)" },
  "& .paper": { fill: "var(--batua-palette-background-paper)" },
  "& .line": {
    fill: "none",
    stroke: "var(--batua-palette-service-send-main)",
    strokeWidth: 4,
    strokeLinecap: "round",
    strokeLinejoin: "round",
  },
})

export function Picture({ name }: { name: PictureName }) {
  return (
    <Frame width={144} height={144} viewBox="0 0 144 144" aria-hidden="true" focusable="false">
      <circle className="soft" cx="72" cy="72" r="68" />
      {Ring}
      {DRAWINGS[name]}
    </Frame>
  )
}

const DOTS = Array.from({ length: 24 }, (_, dot) => (dot * Math.PI) / 12)

const Ring = DOTS.map((angle, dot) => (
  <circle
    key={dot}
    className={dot % 2 ? "marigold" : "rani"}
    cx={72 + 60 * Math.cos(angle)}
    cy={72 + 60 * Math.sin(angle)}
    r={dot % 2 ? 2.2 : 1.6}
  />
))

const DRAWINGS = {
  pouch: (
    <>
      <path className="indigo" d="M52 60c-12 9-18 20-18 31 0 14 16 19 38 19s38-5 38-19c0-11-6-22-18-31z" />
      <path className="rani" d="M54 42c6 3 8 3 12 0 4 3 8 3 12 0 4 3 6 3 12 0l-4 14H58z" />
      <rect className="marigold" x="50" y="54" width="44" height="8" rx="4" />
      <path className="marigold" d="M72 74c-7 5-10 10-10 15a10 10 0 0 0 20 0c0-5-3-10-10-15z" />
    </>
  ),
  people: (
    <>
      <circle className="indigo" cx="54" cy="58" r="14" />
      <path className="indigo" d="M30 102c2-18 12-26 24-26s22 8 24 26z" />
      <circle className="rani" cx="92" cy="62" r="12" />
      <path className="rani" d="M74 102c1-14 8-22 18-22s19 8 20 22z" />
      <circle className="marigold" cx="72" cy="36" r="6" />
    </>
  ),
  bell: (
    <>
      <path className="indigo" d="M46 92V70c0-16 10-28 26-28s26 12 26 28v22l8 8H38z" />
      <circle className="marigold" cx="72" cy="108" r="8" />
      <circle className="rani" cx="72" cy="38" r="6" />
    </>
  ),
  search: (
    <>
      <circle className="line" cx="66" cy="66" r="24" />
      <path className="line" d="M84 84l22 22" />
      <circle className="marigold" cx="66" cy="66" r="8" />
    </>
  ),
  letter: (
    <>
      <path className="indigo" d="M34 52h76v48H34z" />
      <path className="marigold" d="M34 52h76L72 82z" />
      <circle className="rani" cx="72" cy="76" r="7" />
    </>
  ),
  knot: (
    <>
      <path className="line" d="M32 86c16 0 22-34 40-34s14 30 0 30-18-30 0-30 24 34 40 34" />
      <circle className="rani" cx="32" cy="86" r="6" />
      <circle className="marigold" cx="112" cy="86" r="6" />
    </>
  ),
  path: (
    <>
      <path className="line" d="M44 106c0-22 56-18 56-40S60 50 60 36" strokeDasharray="2 10" />
      <circle className="rani" cx="44" cy="106" r="7" />
      <path className="leaf" d="M60 42c-8-8-8-16 0-22 8 6 8 14 0 22z" />
    </>
  ),
}
