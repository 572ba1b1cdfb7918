/** The addresses of the notifications screens. */
export const notificationsRoutes = [] as const
