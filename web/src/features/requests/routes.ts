/** The addresses of the requests screens. */
export const requestsRoutes = [] as const
