/** The weekly comparison of stored files with their checksums, and the alarm to those who administer the system. */
import { z } from "zod";
import { listAdministrators } from "~/accounts/index.server";
import { verifyFiles } from "~/platform/files/verify.server";
import { defineJob } from "~/platform/jobs.server";
import { notify, withdrawNotices } from "~/platform/notices.server";
import { filesWords as words } from "./files-words";

const noticeKind = "files.fault";

export const verifyFilesJob = defineJob({
  name: "platform.verifyFiles",
  payload: z.object({}),
  words: { comparing: words.comparing },
  oneAtATime: true,
  work: (_payload, run) =>
    verifyFiles(run, async (tx, faulty) => {
      if (faulty === 0) return withdrawNotices(tx, noticeKind, "files");
      await notify(tx, {
        userIds: await listAdministrators(tx),
        ...{ kind: noticeKind, subjectId: "files", phrase: words.alarm(String(faulty)), path: "/files" },
      });
    }),
});
