/** The addresses of the wallets screens. */
export const walletsRoutes = [] as const
