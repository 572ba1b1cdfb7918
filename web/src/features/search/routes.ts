/** The addresses of the search screens. */
export const searchRoutes = [] as const
