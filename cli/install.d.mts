export function isInstalled(folder?: string): boolean;
export function install(signal?: AbortSignal): Promise<void>;
