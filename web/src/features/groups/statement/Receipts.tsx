/** The files that prove a movement: seen large in a tab of their own, added with the camera or chosen. */
import { styled } from "@/ui/theme/styled"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { addReceipt, receiptsQuery, removeReceipt, type Receipt } from "@/api/receipts"
import { shrink } from "@/lib/shrink"
import { formatMoment } from "@/lib/time"
import { ProblemNote } from "@/ui/feedback/ProblemNote"
import { Icon } from "@/ui/icons/Icon"
import { Button } from "@/ui/layout/Button"
import { Card } from "@/ui/layout/Card"
import { Stack } from "@/ui/layout/Stack"
import { Text } from "@/ui/layout/Text"
import { ConfirmSheet } from "@/ui/sheet/ConfirmSheet"
import { faceOf } from "../faces"
import { Loaded } from "../Loaded"

const SIDE_PX = 2400

const Hidden = styled("input")({ display: "none" })
const Grid = styled("ul")({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fill, minmax(132px, 1fr))",
  gap: 12,
  "& li": { display: "grid", gap: 4, alignContent: "start" },
  "& a": {
    display: "grid",
    placeItems: "center",
    alignContent: "center",
    gap: 6,
    aspectRatio: "1",
    overflow: "hidden",
    borderRadius: 14,
    border: "1px solid var(--batua-palette-divider)",
    color: "inherit",
    textDecoration: "none",
  },
  "& img": { width: "100%", height: "100%", objectFit: "cover" },
})

interface Props {
  group: string
  movement: string
  canAdd: boolean
}

export function Receipts({ group, movement, canAdd }: Props) {
  const { t } = useTranslation("groups")
  const cache = useQueryClient()
  const found = useQuery(receiptsQuery(group, movement))
  const refresh = () => cache.invalidateQueries({ queryKey: ["groups"] })
  const add = useMutation({
    mutationFn: async (file: File) => addReceipt(group, movement, await shrink(file, SIDE_PX)),
    onSettled: refresh,
  })
  const [going, setGoing] = useState<Receipt | null>(null)
  const remove = useMutation({
    mutationFn: (receipt: Receipt) => removeReceipt(group, receipt.id),
    onSuccess: () => setGoing(null),
    onSettled: refresh,
  })
  return (
    <Card>
      <Stack gap={4}>
        <Text as="h2" size="title">
          {t("receipts.title")}
        </Text>
        <Loaded query={found} rows={1}>
          {({ items }) =>
            items.length === 0 ? (
              <Text tone="quiet">{t("receipts.none")}</Text>
            ) : (
              <Grid>
                {items.map((receipt) => (
                  <Tile key={receipt.id} receipt={receipt} onRemove={() => setGoing(receipt)} />
                ))}
              </Grid>
            )
          }
        </Loaded>
        <ProblemNote error={add.error} />
        {canAdd && <Add busy={add.isPending} onFile={(file) => add.mutate(file)} />}
      </Stack>
      <ConfirmSheet
        open={going !== null}
        tone="danger"
        title={t("receipts.remove_title")}
        body={t("receipts.remove_body")}
        confirm={t("receipts.remove")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => going && remove.mutate(going)}
        onClose={() => setGoing(null)}
      />
    </Card>
  )
}

function Tile({ receipt, onRemove }: { receipt: Receipt; onRemove: () => void }) {
  const { t, i18n } = useTranslation("groups")
  const isPicture = receipt.media_type.startsWith("image/")
  const who = faceOf(receipt.added_by).name
  const name = t(isPicture ? "receipts.picture_of" : "receipts.document_of", { name: who })
  return (
    <li>
      <a href={receipt.url} target="_blank" rel="noreferrer" aria-label={name}>
        {isPicture ? (
          <img src={receipt.url} alt="" loading="lazy" />
        ) : (
          <>
            <Icon name="bills" />
            <Text as="span" size="small">
              {t("receipts.document")}
            </Text>
          </>
        )}
      </a>
      <Text size="tiny" tone="quiet">
        {who}
        <br />
        {formatMoment(receipt.added_at, i18n.language)}
      </Text>
      {receipt.may_remove && (
        <Button variant="text" color="error" onClick={onRemove}>
          {t("receipts.remove")}
        </Button>
      )}
    </li>
  )
}

function Add({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation("groups")
  const camera = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const taken = (input: HTMLInputElement) => {
    const file = input.files?.[0]
    if (file) onFile(file)
    input.value = ""
  }
  return (
    <Stack row gap={3} wrap>
      <Button startIcon={<Icon name="camera" />} loading={busy} onClick={() => camera.current?.click()}>
        {t("receipts.photograph")}
      </Button>
      <Button variant="outlined" disabled={busy} onClick={() => chooser.current?.click()}>
        {t("receipts.choose")}
      </Button>
      <Hidden
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={t("receipts.photograph")}
        onChange={(event) => taken(event.target)}
      />
      <Hidden
        ref={chooser}
        type="file"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-label={t("receipts.choose")}
        data-testid="receipt"
        onChange={(event) => taken(event.target)}
      />
    </Stack>
  )
}
