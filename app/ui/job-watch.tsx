/** Watches long work: how far it is, the way to stop it, and the page drawn anew when it has ended. */
import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "./button";
import { Card } from "./page";
import { Progress } from "./progress";

interface JobWatchProps {
  id: string;
  label: string;
  done: number;
  total: number | null;
  step?: string;
  /** The verb of the button that stops it; none: this person may only watch. */
  cancel?: string;
}

/** Stands on the page only while the work waits or runs. */
export function JobWatch({ id, label, done, total, step, cancel }: JobWatchProps) {
  const { revalidate } = useRevalidator();
  const cancelling = useFetcher();
  useEffect(() => {
    const timer = setInterval(revalidate, 700);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <Card>
      <div className="flex max-w-2xl flex-col items-start gap-4">
        <div className="w-full">
          <Progress label={label} done={done} total={total} step={step} />
        </div>
        {cancel && (
          <Button
            busy={cancelling.state !== "idle"}
            onPress={() => cancelling.submit(null, { method: "post", action: `/jobs/${id}/cancellation` })}
          >
            {cancel}
          </Button>
        )}
      </div>
    </Card>
  );
}
