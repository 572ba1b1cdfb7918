/** The addresses of the rails screens. */
export const railsRoutes = [] as const
