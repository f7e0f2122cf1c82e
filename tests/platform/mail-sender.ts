/** Sends what waits and ends: a process of its own, for the test that kills it. */
import { pool } from "~/platform/db.server";
import { sendWaitingMail } from "~/platform/mail/send.server";

await sendWaitingMail();
await pool.end();
