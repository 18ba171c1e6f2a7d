export declare function crc16(text: string): string;
