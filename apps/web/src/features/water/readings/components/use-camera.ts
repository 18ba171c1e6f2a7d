import { useCallback, useState } from 'react';
import { readCode } from '../../../../lib/read-code';

/** NONE: no camera, or a page without the right to ask (http). BROKEN: the decoder could not be had. */
export type CameraState = 'STARTING' | 'LOOKING' | 'DENIED' | 'NONE' | 'BROKEN';

/** Between two looks: fast enough for a hand, slow enough for a cheap phone. */
const PAUSE = 200;

/**
 * The camera at the back of the phone, looking for a code until one is seen. `video` is the ref of the element it is shown
 * in; the camera is let go when that goes.
 */
export function useCamera(onCode: (text: string) => void): {
  state: CameraState;
  video: (element: HTMLVideoElement) => () => void;
} {
  const [state, setState] = useState<CameraState>('STARTING');
  const video = useCallback(
    (element: HTMLVideoElement) => {
      const held: { over: boolean; stream?: MediaStream; timer?: ReturnType<typeof setTimeout> } = {
        over: false,
      };
      const say = (next: CameraState) => {
        if (!held.over) setState(next);
      };
      const broken = () => {
        say('BROKEN');
      };
      const look = async () => {
        const text = element.readyState >= element.HAVE_CURRENT_DATA ? await readCode(element) : null;
        if (held.over) return;
        if (text !== null) onCode(text);
        else held.timer = setTimeout(() => void look().catch(broken), PAUSE);
      };
      const start = async () => {
        const opened = await cameraStream();
        if (typeof opened === 'string') {
          say(opened);
          return;
        }
        held.stream = opened;
        if (held.over) {
          stop(opened);
          return;
        }
        element.srcObject = opened;
        await element.play();
        say('LOOKING');
        await look();
      };
      void start().catch(broken);
      return () => {
        held.over = true;
        clearTimeout(held.timer);
        if (held.stream) stop(held.stream);
      };
    },
    [onCode],
  );
  return { state, video };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** `mediaDevices` is missing where the page may not ask, whatever the types say. */
async function cameraStream(): Promise<MediaStream | 'DENIED' | 'NONE'> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) return 'NONE';
  try {
    return await mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'DENIED' : 'NONE';
  }
}
