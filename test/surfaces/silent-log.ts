const ignore = () => undefined;

/** A log that says nothing. */
export const silentLog = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };
