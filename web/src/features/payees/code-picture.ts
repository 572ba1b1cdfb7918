/** The person's own code as a picture that can be shown anywhere. */
import { CANVAS_FONT, loadFaces, loadPicture, pictureOf, wrapText } from "@/lib/canvas"

const WIDTH = 1080
const EDGE = 90
const CODE = WIDTH - 2 * EDGE
const LINE = 64

export interface CodeCard {
  svg: string
  title: string
  name: string
  /** The handle or the number, for those who type. */
  address: string
  /** The amount and the note, when the code carries them. */
  extra: string[]
}

/** An inline SVG has neither a namespace nor a size; a picture needs both. */
export function standalone(svg: string): string {
  const named = svg.includes("xmlns=") ? svg : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
  const sized = /<svg[^>]*\swidth=/.test(named)
  return sized ? named : named.replace("<svg", `<svg width="${CODE}" height="${CODE}"`)
}

export function addressOf(svg: string): string {
  return URL.createObjectURL(new Blob([standalone(svg)], { type: "image/svg+xml" }))
}

export async function drawCode(card: CodeCard): Promise<Blob> {
  const words = [card.title, card.name, card.address, ...card.extra]
  await loadFaces(words.join(" "), [500, 700])
  const canvas = document.createElement("canvas")
  const pen = canvas.getContext("2d")
  if (!pen) throw new Error("this browser cannot draw")
  const font = (weight: number, size: number) => {
    pen.font = `${weight} ${size}px ${CANVAS_FONT}`
  }
  const lines = (text: string, weight: number, size: number) => {
    font(weight, size)
    return wrapText(text, CODE, (part) => pen.measureText(part).width)
      .map((line) => ({ line, weight, size }))
  }
  const below = [
    ...lines(card.name, 700, 56),
    ...lines(card.address, 500, 40),
    ...card.extra.flatMap((text) => lines(text, 500, 40)),
  ]
  canvas.width = WIDTH
  canvas.height = EDGE + LINE + 50 + CODE + 80 + below.length * LINE + EDGE
  pen.fillStyle = "#ffffff"
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = "#2d2a70"
  pen.fillRect(0, 0, WIDTH, 24)
  pen.textAlign = "center"
  font(700, 48)
  pen.fillText(card.title, WIDTH / 2, EDGE + LINE)
  const address = addressOf(card.svg)
  pen.imageSmoothingEnabled = false
  pen.drawImage(await loadPicture(address), EDGE, EDGE + LINE + 50, CODE, CODE)
  URL.revokeObjectURL(address)
  pen.fillStyle = "#221f3b"
  let y = EDGE + LINE + 50 + CODE + 80
  for (const { line, weight, size } of below) {
    font(weight, size)
    pen.fillText(line, WIDTH / 2, y)
    y += LINE
  }
  return pictureOf(canvas)
}
