/** Pay by code: from the camera, from a picture, or typed. */
import { Button } from "@/ui/layout/Button"
import { styled } from "@/ui/theme/styled"
import { useMutation } from "@tanstack/react-query"
import { useCallback, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { lookUp } from "@/api/payees"
import { EmptyState } from "@/ui/feedback/EmptyState"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Icon } from "@/ui/icons/Icon"
import { RoundButton } from "@/ui/layout/RoundButton"
import { Screen } from "@/ui/layout/Screen"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { useGoOn } from "./ChoosePayee"
import { readPicture } from "./detector"
import { useGroupLink } from "./group-link"
import { TypedCode } from "./TypedCode"
import { useCamera, type CameraState } from "./use-camera"

const Finder = styled("div")({
  position: "relative",
  overflow: "hidden",
  aspectRatio: "1 / 1",
  borderRadius: 24,
  background: "#0d0c1f",
  color: "#fff8e8",
  "& video": { width: "100%", height: "100%", objectFit: "cover" },
  "& .frame": {
    position: "absolute",
    inset: "14%",
    borderRadius: 28,
    border: "4px solid var(--batua-palette-cloth-thread)",
    boxShadow: "0 0 0 100vmax rgb(13 12 31 / 0.45)",
  },
  "& .tools": { position: "absolute", insetInlineEnd: 8, bottom: 8, background: "rgb(13 12 31 / 0.7)", borderRadius: 24 },
  "& .wait": { position: "absolute", inset: 0, display: "grid", placeItems: "center", padding: 24 },
})

export default function ScanScreen() {
  const { t } = useTranslation("payees")
  const goOn = useGoOn("send")
  const search = useMutation({
    mutationFn: (qr: string) => lookUp({ qr }),
    onSuccess: (found) => goOn(found, found),
  })
  const goIntoGroup = useGroupLink()
  const [isBlank, setBlank] = useState(false)
  const { mutate, isPending } = search
  const read = useCallback(
    (qr: string) => {
      // Browsers refuse to vibrate before the first tap.
      if ("vibrate" in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(60)
      setBlank(false)
      if (!goIntoGroup(qr)) mutate(qr)
    },
    [mutate, goIntoGroup],
  )
  const isLooking = !isPending && !search.isSuccess && !search.isError
  return (
    <Screen title={t("scan.title")} back="/" intro={t("scan.intro")}>
      <Camera isLooking={isLooking} onText={read} isBusy={isPending} />
      <ProblemNote error={search.error} money="no" />
      {search.isError && <Button onClick={() => search.reset()}>{t("scan.again")}</Button>}
      {isBlank && (
        <Text tone="bad" role="alert" centered>
          {t("scan.no_code")}
        </Text>
      )}
      <Stack gap={3}>
        <FromPicture onText={read} onBlank={() => setBlank(true)} />
        <TypedCode onFound={(found) => goOn(found, found)} />
      </Stack>
    </Screen>
  )
}

interface CameraProps {
  isLooking: boolean
  isBusy: boolean
  onText: (text: string) => void
}

function Camera({ isLooking, isBusy, onText }: CameraProps) {
  const { t } = useTranslation("payees")
  const { video, state, isLit, light } = useCamera(isLooking, onText)
  if (state === "denied" || state === "missing") return <NoCamera state={state} />
  return (
    <Finder>
      {/* Only a live picture without sound: there is nothing to caption. */}
      <video ref={video} muted playsInline aria-label={t("scan.live")} />
      {state === "on" && <span className="frame" aria-hidden="true" />}
      <div className="wait" role="status">
        {state === "starting" && t("scan.starting")}
        {isBusy && <Text bold>{t("look_up.busy")}</Text>}
      </div>
      {light && (
        <div className="tools">
          <RoundButton label={t(isLit ? "scan.dark" : "scan.light")} onClick={() => void light()}>
            <Icon name="torch" />
          </RoundButton>
        </div>
      )}
    </Finder>
  )
}

function NoCamera({ state }: { state: CameraState }) {
  const { t } = useTranslation("payees")
  const why = state === "denied" ? "denied" : "missing"
  return <EmptyState picture="search" title={t(`scan.${why}`)} body={t(`scan.${why}_body`)} />
}

interface FromPictureProps {
  onText: (text: string) => void
  onBlank: () => void
}

function FromPicture({ onText, onBlank }: FromPictureProps) {
  const { t } = useTranslation("payees")
  const input = useRef<HTMLInputElement>(null)
  const reading = useMutation({
    mutationFn: readPicture,
    onSuccess: (text) => (text ? onText(text) : onBlank()),
    onError: onBlank,
  })
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        data-testid="picture"
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same picture may be chosen twice.
          event.target.value = ""
          if (file) reading.mutate(file)
        }}
      />
      <Button
        variant="outlined"
        size="large"
        loading={reading.isPending}
        startIcon={<Icon name="picture" />}
        onClick={() => input.current?.click()}
      >
        {t("scan.picture")}
      </Button>
    </>
  )
}
