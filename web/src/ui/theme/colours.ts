/** The colours of block-printed cloth: by day on warm ivory, by night on deep indigo. */

/** One colour for each service, the same on its tile, header, receipt and notification. */
export const SERVICES = [
  "send",
  "request",
  "add",
  "withdraw",
  "scan",
  "activity",
  "bills",
  "groups",
  "save",
  "learn",
  "safety",
  "offices",
] as const

export type Service = (typeof SERVICES)[number]

export interface ServiceColour {
  /** The sign and any text beside it. */
  main: string
  /** The ground of a tile. */
  soft: string
}

export const DAY = {
  ground: "#fbf5e9",
  paper: "#fffdf8",
  raised: "#ffffff",
  line: "#e4d9c3",
  ink: "#221f3b",
  quiet: "#5a546f",
  indigo: "#2d2a70",
  marigold: "#e09a12",
  marigoldInk: "#7d4a00",
  rani: "#ad1259",
  leaf: "#1c6839",
  alarm: "#a9231b",
  services: {
    send: { main: "#2d2a70", soft: "#e5e3f5" },
    request: { main: "#ad1259", soft: "#fae1ec" },
    add: { main: "#1c6839", soft: "#dcf0e1" },
    withdraw: { main: "#7d4a00", soft: "#fbe8c4" },
    scan: { main: "#0c5a6e", soft: "#d9eef2" },
    activity: { main: "#5a546f", soft: "#ece8f0" },
    bills: { main: "#9a3510", soft: "#fae3d8" },
    groups: { main: "#67298e", soft: "#efe1f7" },
    save: { main: "#465f00", soft: "#ebf1cd" },
    learn: { main: "#1b579b", soft: "#dceaf8" },
    safety: { main: "#a9231b", soft: "#fae0dd" },
    offices: { main: "#57473a", soft: "#ece4d9" },
  } satisfies Record<Service, ServiceColour>,
} as const

export const NIGHT = {
  ground: "#12112b",
  paper: "#1b1a3d",
  raised: "#24224d",
  line: "#3a3768",
  ink: "#f6ecd6",
  quiet: "#bdb6d2",
  indigo: "#a9a6ff",
  marigold: "#f3b23c",
  marigoldInk: "#f7c566",
  rani: "#ff8fbf",
  leaf: "#7fd69b",
  alarm: "#ff9d92",
  services: {
    send: { main: "#b4b1ff", soft: "#2d2a66" },
    request: { main: "#ff8fbf", soft: "#4a1c3f" },
    add: { main: "#7fd69b", soft: "#163b33" },
    withdraw: { main: "#f7c566", soft: "#43321d" },
    scan: { main: "#7fd3e6", soft: "#14384c" },
    activity: { main: "#bdb6d2", soft: "#302d55" },
    bills: { main: "#ffb08a", soft: "#472a2c" },
    groups: { main: "#d9a8f5", soft: "#3c2360" },
    save: { main: "#c6da6b", soft: "#323a29" },
    learn: { main: "#9cc6ff", soft: "#1d3764" },
    safety: { main: "#ff9d92", soft: "#4b2032" },
    offices: { main: "#dcc9b3", soft: "#3a3145" },
  } satisfies Record<Service, ServiceColour>,
} as const
