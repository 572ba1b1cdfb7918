/** The addresses of the payments screens. */
export const paymentsRoutes = [] as const
