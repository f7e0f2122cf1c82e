/** As what a person speaks, and in which network. */

export const roles = ["rapporteur", "communicator"] as const;
export type Role = (typeof roles)[number];

/** The Party's own network, the State's at the grassroots (Decree 49/2024), and that of legal education. */
export const networks = ["party", "grassroots_info", "legal_education"] as const;
export type Network = (typeof networks)[number];
