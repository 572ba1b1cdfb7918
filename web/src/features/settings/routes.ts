/** The addresses of the settings screens. */
export const settingsRoutes = [] as const
