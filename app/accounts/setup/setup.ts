/** What the set-up page asks: the department, and its first administrator. */
import { z } from "zod";
import { newAccountSchema } from "~/accounts/account";
import { newPassword } from "~/accounts/passwords/password";
import { tidy } from "~/platform/text";
import { levels } from "~/units";

const { name, username, phone } = newAccountSchema.shape;

export const setupSchema = z.object({
  code: z
    .string()
    .transform((text) => text.toUpperCase().replace(/[^0-9A-Z]/g, ""))
    .pipe(z.string().min(1)),
  department: z.string().transform(tidy).pipe(z.string().min(1).max(200)),
  level: z.enum(levels),
  unitCode: z
    .string()
    .nullish()
    .transform((text) => text?.trim() || null),
  name,
  username: username.pipe(z.string({ error: "" })),
  phone,
  password: newPassword,
});
export type SetupValues = z.infer<typeof setupSchema>;

/** Without a second factor the first administrator may work so long: the phone may not be at hand on the first day. */
export const firstDelayDays = 14;
