import WAIVE from "../queries/waive.graphql?raw";
import { day } from "../words";
import { ChangeDialog, Field } from "./form";

interface Props {
  control: string;
  uid: string;
  connector: string | undefined;
  subject: string;
  close: () => void;
  done: () => void;
}

/** Accept a failure for a time: why, on whose word, until when. */
export function Waive({ control, uid, connector, subject, close, done }: Props) {
  return (
    <ChangeDialog
      title="Waive this finding"
      lead={
        <p>
          {subject} stays a failure that is accepted for a time. It is shown as waived, never as a
          pass, and comes back when the waiver ends.
        </p>
      }
      mutation={WAIVE}
      variables={({ text }) => ({
        input: {
          control,
          uid,
          connector,
          reason: text("reason"),
          owner: text("owner"),
          expires: `${text("expires")}T00:00:00Z`,
        },
      })}
      submit="Waive"
      close={close}
      done={done}
    >
      <Field label="Why it is accepted" name="reason">
        {(own) => <textarea {...own} required rows={3} maxLength={2000} />}
      </Field>
      <Field label="On whose word" name="owner">
        {(own) => <input {...own} required maxLength={200} autoComplete="email" />}
      </Field>
      <Field label="Until" name="expires">
        {(own) => <input {...own} type="date" required min={day(1)} defaultValue={day(90)} />}
      </Field>
    </ChangeDialog>
  );
}
