/** The addresses of the help screens. */
export const helpRoutes = [] as const
