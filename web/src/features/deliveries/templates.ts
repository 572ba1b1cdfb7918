/** What each kind says through each channel, tried and changed, and who we are to India's operators. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import { api, ask } from "@/api/client"
import type { Schema } from "@/api/types"

export type Template = Schema["TemplateOut"]

export const templatesQuery = (language: string) =>
  queryOptions({
    queryKey: ["templates", language],
    queryFn: ({ signal }) =>
      ask(api.GET("/notifications/templates", { params: { query: { language } }, signal })),
  })

/** The words as they would be read; asked for anew while they are typed. */
export const previewQuery = ({ kind, channel, language }: Template, text: string, subject: string) =>
  queryOptions({
    queryKey: ["templates", "preview", kind, channel, language, text, subject],
    queryFn: ({ signal }) => {
      const body = { kind: kind as Schema["Kind"], channel, language, text, subject }
      return ask(api.POST("/notifications/templates/preview", { body, signal }))
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })

export type CodeTemplate = Schema["CodeTemplateOut"]

export const codesQuery = (language: string) =>
  queryOptions({
    queryKey: ["templates", "codes", language],
    queryFn: ({ signal }) =>
      ask(api.GET("/notifications/codes/templates", { params: { query: { language } }, signal })),
  })

export function useCodeDlt({ purpose, language }: CodeTemplate) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (dlt_template: string) => {
      const path = { purpose, language }
      return ask(
        api.PUT("/notifications/codes/templates/{purpose}/{language}", { params: { path }, body: { dlt_template } }),
      )
    },
    onSuccess: (kept) => cache.setQueryData(codesQuery(language).queryKey, kept),
  })
}

export const dltQuery = queryOptions({
  queryKey: ["dlt"],
  queryFn: ({ signal }) => ask(api.GET("/notifications/dlt", { signal })),
})

export function useChange({ kind, channel, language }: Template) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema["TemplateIn"]) => {
      const path = { kind: kind as Schema["Kind"], channel, language }
      return ask(api.PUT("/notifications/templates/{kind}/{channel}/{language}", { params: { path }, body }))
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ["templates", language] }),
  })
}

export function useDlt() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema["DltShape"]) => ask(api.PUT("/notifications/dlt", { body })),
    onSuccess: (kept) => cache.setQueryData(dltQuery.queryKey, kept),
  })
}
