/** Drawing words on a picture: lines that fit, and the letters of the app. */

export type Measure = (text: string) => number

/** Break a text into lines no wider than `width`; a word too long for a line is cut. */
export function wrapText(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ""
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    const pieces = cutWord(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ""
  }
  if (line) lines.push(line)
  return lines
}

/** Whole letters of any script stay whole: क्षि is one. */
function cutWord(word: string, width: number, measure: Measure): string[] {
  const letters = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(word)]
  const pieces = [""]
  for (const { segment } of letters) {
    const piece = pieces.at(-1) ?? ""
    if (piece && measure(piece + segment) > width) pieces.push(segment)
    else pieces[pieces.length - 1] = piece + segment
  }
  return pieces
}

export const CANVAS_FONT = '"Noto Sans", system-ui, sans-serif'

/** Fetch the faces for these words first: a canvas does not wait for them. */
export async function loadFaces(text: string, weights: number[]): Promise<void> {
  const faces = weights.map((weight) => document.fonts.load(`${weight} 32px ${CANVAS_FONT}`, text))
  // Without the face the words are drawn in another one, which is better than no picture.
  await Promise.allSettled(faces)
}

export function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error("the picture could not be made"))
    }, "image/png")
  })
}

/** A picture from its address, ready to be drawn. */
export async function loadPicture(address: string): Promise<HTMLImageElement> {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  return picture
}
