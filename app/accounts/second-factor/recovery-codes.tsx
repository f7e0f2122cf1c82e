/** The ten recovery codes, shown this once, for printing. */
import { Printer } from "lucide-react";
import { words } from "~/accounts/words";
import { Button, ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const say = useWords(words);
  return (
    <div className="flex flex-col gap-5">
      <p>{say.recoveryCodesText}</p>
      <ol className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line bg-paper p-5 font-mono text-section">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <span className="flex flex-wrap gap-2">
        <Button icon={Printer} onPress={() => window.print()}>
          {say.printCodes}
        </Button>
        <ButtonLink variant="primary" to="/">
          {say.recoveryCodesKept}
        </ButtonLink>
      </span>
    </div>
  );
}
