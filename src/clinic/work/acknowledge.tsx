import { Button } from '../../ui/blocks/button.tsx';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { useWorking } from './working.tsx';

/** Who has seen a flag, and when; or the way to say so. */
export function Acknowledge({ flag }: { readonly flag: string }) {
  const timeZone = useClinic()?.timeZone;
  const working = useWorking();
  if (!working?.work) return null;
  const seen = working.work.acknowledged.find((one) => one.flag === flag);
  const say = (acknowledged: boolean) =>
    void working.actBeside({
      method: 'PUT',
      path: `flags/${flag}`,
      body: { acknowledged },
      isVersioned: true,
      words: acknowledged ? `Flag ${flag} seen` : `Flag ${flag} not seen`,
    });
  return (
    <div className="acknowledge">
      {seen ? (
        <>
          <span>
            ✓ Seen by {seen.by?.name}, {moment(seen.at, timeZone)}
          </span>
          <Button look="quiet" onClick={() => say(false)}>
            Not seen after all
          </Button>
        </>
      ) : (
        <Button look="secondary" onClick={() => say(true)}>
          I have seen this
        </Button>
      )}
    </div>
  );
}
