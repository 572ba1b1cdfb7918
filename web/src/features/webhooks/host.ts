/** The name in an address, which says enough in a list; what follows it may be long, or secret. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
