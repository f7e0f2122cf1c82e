/** Taking in a person's photo, and removing it. */
import { Trash2 } from "lucide-react";
import { useWords } from "~/ui/language";
import { PostButton } from "~/ui/post-button";
import { UploadForm } from "~/ui/upload-form";
import type { MaskedField } from "./private.server";
import { words as recordWords } from "./words";

export function PhotoForm({ speakerId, masked }: { speakerId: string; masked: MaskedField[] }) {
  const words = useWords(recordWords);
  const photo = masked.find(({ field }) => field === "photo");
  if (!photo) return null;
  return (
    <div className="flex max-w-2xl flex-col items-start gap-3">
      <div className="w-full">
        <UploadForm
          action={`/roster/${speakerId}/photo`}
          label={words.private.fields.photo}
          help={words.private.photoHelp}
          accept="image/jpeg,image/png,image/webp"
          busyText={words.private.photoBusy}
        />
      </div>
      {photo.isHeld && (
        <PostButton action={`/roster/${speakerId}/photo/removal`} variant="danger" icon={Trash2}>
          {words.private.photoRemove}
        </PostButton>
      )}
    </div>
  );
}
