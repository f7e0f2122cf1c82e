/** The slip with a one-time code, for handing over on paper. */
import { Printer } from "lucide-react";
import { words } from "~/accounts/words";
import { showMoment } from "~/platform/clock";
import { Button, ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";

export interface Slip {
  accountId: string;
  name: string;
  login: string;
  code: string;
  square: string;
  address: string;
  expiresAt: Date;
}

interface CodeSlipProps extends Slip {
  /** Where "done" leads; the account unless said. */
  backTo?: string;
}

export function CodeSlip({
  accountId,
  name,
  login,
  code,
  square,
  address,
  expiresAt,
  backTo,
}: CodeSlipProps) {
  const say = useWords(words);
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <section className="flex flex-wrap items-start gap-6 rounded-card border border-line bg-paper p-6 print:border-edge">
        <img
          src={square}
          alt={say.slipQr}
          width={176}
          height={176}
          className="shrink-0 rounded-control bg-[#ffffff]"
        />
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-2">
          <h2 className="text-section font-semibold">{say.slipTitle}</h2>
          <p>
            <strong>{name}</strong>
            <span className="block">{login}</span>
          </p>
          <p className="font-mono text-section font-semibold break-words select-all">{code}</p>
          <p className="break-words">{address}</p>
          <p className="text-table text-soft">{say.slipSteps}</p>
          <p className="text-table text-soft">{say.slipValid(showMoment(expiresAt))}</p>
        </div>
      </section>
      <span className="flex flex-wrap gap-2 print:hidden">
        <Button variant="primary" icon={Printer} onPress={() => window.print()}>
          {say.printSlip}
        </Button>
        <ButtonLink to={backTo ?? `/accounts/${accountId}`}>{say.done}</ButtonLink>
      </span>
    </div>
  );
}
