import { Component, type ComponentType, lazy, type ReactNode } from "react";

const PAUSES = [500, 1000, 2000, 4000, 8000];

/** A part of the pages that is fetched when it is needed; on bad Wi-Fi the fetch is tried again before it fails. */
export const later = <P extends object>(load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(() => persistently(load));

/** Fetches ahead of its time a part that will be needed; if that fails, it is fetched when it is. */
export function warm(load: () => Promise<unknown>) {
  load().catch(() => undefined);
}

/** The first answer of `load` in six tries, half a second to eight apart. */
export async function persistently<T>(
  load: () => Promise<T>,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return load();
}

interface Props {
  children: ReactNode;
  /** What stands there instead when a part could not be fetched or drawn. */
  instead: ReactNode;
}

/** No part that fails takes the rest of the page with it. */
export class Caught extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
