/** Reads QR codes: by the browser where it can, else by ZXing, which is fetched at the first scan. */

export interface Detector {
  detect: (image: ImageBitmapSource) => Promise<{ rawValue: string }[]>
}

interface NativeDetector {
  new (options: { formats: string[] }): Detector
  getSupportedFormats: () => Promise<string[]>
}

const FORMAT = "qr_code"
let loading: Promise<Detector> | null = null

export function loadDetector(): Promise<Detector> {
  loading ??= load().catch((error: unknown) => {
    // Without a network the reader could not be fetched; the next try may succeed.
    loading = null
    throw error
  })
  return loading
}

async function load(): Promise<Detector> {
  const Native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector
  const formats = await Native?.getSupportedFormats().catch((): string[] => [])
  if (Native && formats?.includes(FORMAT)) return new Native({ formats: [FORMAT] })
  const [{ BarcodeDetector, prepareZXingModule }, wasm] = await Promise.all([
    import("barcode-detector/ponyfill"),
    import("zxing-wasm/reader/zxing_reader.wasm?url"),
  ])
  await prepareZXingModule({
    overrides: { locateFile: () => wasm.default },
    fireImmediately: true,
  })
  return new BarcodeDetector({ formats: [FORMAT] })
}

/** Larger pictures are made smaller first: phones would run out of memory. */
const LONGEST_SIDE = 2_000

/** The text of the first code on a picture, or null. */
export async function readPicture(file: Blob): Promise<string | null> {
  const detector = await loadDetector()
  const whole = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(whole.width, whole.height))
  const size = { resizeWidth: Math.round(whole.width * scale), resizeHeight: Math.round(whole.height * scale) }
  const picture = scale < 1 ? await createImageBitmap(whole, size) : whole
  const [code] = await detector.detect(picture)
  whole.close()
  return code?.rawValue ?? null
}
