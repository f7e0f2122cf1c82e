/** Where the living page sends files: it shows how they go and says in the end that it keeps none. */
import { env } from "~/platform/env";
import { found } from "~/platform/found.server";
import { Refusal } from "~/platform/refusal";
import { defineUpload } from "~/platform/uploads/purposes.server";
import { galleryWords } from "./words";

export const sampleUpload = defineUpload({
  purpose: "ui.sample",
  permission: "units.view",
  async begin() {
    found(env.NODE_ENV === "production" && !env.DEMO ? null : galleryWords);
  },
  async take() {
    throw new Refusal(galleryWords.uploadsNot);
  },
});
