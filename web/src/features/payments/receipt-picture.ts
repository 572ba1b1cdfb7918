/** Draws a receipt as a picture, in the colours of the day and the letters of the app. */
import { CANVAS_FONT, loadFaces, pictureOf } from "@/lib/canvas"
import { BORDER, EDGE, layoutReceipt, WIDTH, type Layout, type Tone } from "./receipt-layout"
import type { Receipt } from "./receipt"

const NAME = "Batua"
const GROUND = "#fbf5e9"
const CLOTH = "#2d2a70"
const THREAD = "#e09a12"
const LINE = "#e4d9c3"
const TONES: Record<Tone, string> = { cream: "#fff8e8", thread: "#f3b23c", ink: "#221f3b", quiet: "#5a546f" }

export async function drawReceipt(receipt: Receipt): Promise<Blob> {
  await loadFaces(receipt.text + receipt.sentence, [400, 600, 700])
  const canvas = document.createElement("canvas")
  const pen = canvas.getContext("2d")
  if (!pen) throw new Error("this browser cannot draw")
  const face = (weight: number, size: number) => `${weight} ${size}px ${CANVAS_FONT}`
  const layout = layoutReceipt(receipt, NAME, (weight, size) => (text) => {
    pen.font = face(weight, size)
    return pen.measureText(text).width
  })
  canvas.width = WIDTH
  canvas.height = layout.height
  paintCloth(pen, layout)
  for (const word of layout.words) {
    pen.font = face(word.weight, word.size)
    pen.textAlign = word.align
    pen.fillStyle = TONES[word.tone]
    pen.fillText(word.text, word.x, word.y)
  }
  return pictureOf(canvas)
}

function paintCloth(pen: CanvasRenderingContext2D, { height, clothEnds, rules }: Layout): void {
  pen.fillStyle = GROUND
  pen.fillRect(0, 0, WIDTH, height)
  pen.fillStyle = CLOTH
  pen.fillRect(0, 0, WIDTH, clothEnds)
  pen.fillStyle = THREAD
  // A row of woven triangles, as under every cloth of the app.
  for (let x = 0; x < WIDTH; x += BORDER) {
    pen.beginPath()
    pen.moveTo(x, clothEnds)
    pen.lineTo(x + BORDER, clothEnds)
    pen.lineTo(x + BORDER / 2, clothEnds + BORDER * 0.7)
    pen.fill()
  }
  pen.fillStyle = LINE
  for (const rule of rules) pen.fillRect(EDGE, rule, WIDTH - 2 * EDGE, 2)
}
