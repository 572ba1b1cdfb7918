/** The camera behind the phone, and the codes it sees. */
import { useCallback, useEffect, useRef, useState } from "react"
import { loadDetector } from "./detector"

export type CameraState = "starting" | "on" | "denied" | "missing"

const LOOK_EVERY_MS = 180
const WANTED: MediaStreamConstraints = {
  video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 1280 } },
  audio: false,
}

interface Lights {
  torch?: boolean
}

/** Look through the camera until a code is read; `onText` hears each new one while `isLooking`. */
export function useCamera(isLooking: boolean, onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<CameraState>("starting")
  const [track, setTrack] = useState<MediaStreamTrack | null>(null)
  const [isLit, setLit] = useState(false)

  useEffect(() => {
    let stream: MediaStream | null = null
    let isGone = false
    const start = async () => {
      stream = await openCamera()
      if (isGone || !video.current) return stop(stream)
      video.current.srcObject = stream
      await video.current.play().catch(() => undefined)
      setTrack(stream.getVideoTracks()[0] ?? null)
      setState("on")
    }
    start().catch((error: unknown) => {
      const isDenied = error instanceof DOMException && error.name === "NotAllowedError"
      if (!isGone) setState(isDenied ? "denied" : "missing")
    })
    return () => {
      isGone = true
      if (stream) stop(stream)
    }
  }, [])

  useEffect(() => {
    if (state !== "on" || !isLooking) return
    return lookForCodes(video, onText)
  }, [state, isLooking, onText])

  const light = useCallback(async () => {
    const constraints = { advanced: [{ torch: !isLit } as MediaTrackConstraintSet & Lights] }
    await track?.applyConstraints(constraints)
    setLit(!isLit)
  }, [track, isLit])

  return { video, state, isLit, light: canLight(track) ? light : null }
}

async function openCamera(): Promise<MediaStream> {
  // Absent on pages without TLS; the types promise more than browsers keep.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) throw new Error("no camera here")
  return devices.getUserMedia(WANTED)
}

function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop())
}

function canLight(track: MediaStreamTrack | null): boolean {
  return Boolean((track?.getCapabilities() as Lights | undefined)?.torch)
}

function lookForCodes(
  video: React.RefObject<HTMLVideoElement | null>,
  onText: (text: string) => void,
): () => void {
  let isOver = false
  let timer = 0
  const look = async () => {
    const picture = video.current
    if (picture && picture.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden) {
      const detector = await loadDetector()
      const [code] = await detector.detect(picture)
      if (code && !isOver) {
        onText(code.rawValue)
        return
      }
    }
  }
  const again = () => {
    if (isOver) return
    timer = window.setTimeout(() => void look().catch(() => undefined).then(again), LOOK_EVERY_MS)
  }
  again()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
