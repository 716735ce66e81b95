// Made from the description of the API by client/generate.ts.

export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the parts fare */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the parts fared, minute by minute */
        get: operations["getHealthHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process can do its work */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the fields of a reminder that are sent */
        put: operations["changeReminder"];
        /** Create a reminder */
        post: operations["createReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{reminder_id}/{created_by}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a reminder */
        delete: operations["deleteReminder"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the reminders of a user
         * @description Ordered by next sending. When there are more, `X-Next-Cursor` holds the `cursor` of the next page.
         */
        get: operations["listReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the bot is connected */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            /** @description For programs: `part.fact`. */
            code: string;
            /** @description One sentence that names the field and the rule. */
            detail: string;
            errors?: {
                message: string;
                /** @description JSON pointer into the body, or the name of the parameter. */
                path: string;
            }[];
            request_id: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Commands of the last 24 hours; null while commands are not counted. */
                        active_commands_24h: number | null;
                        /** @description Connections to the database. */
                        database_pool_size: number | null;
                        /** @description `ok`, `not_initialized` (no tables yet) or `error:<kind>`. */
                        db_status: string;
                        /** @description Null without a language model. */
                        gpt_status: ("operational" | "degraded" | "error") | null;
                        /** @description Guilds the bot is in; null while it is not connected. */
                        guild_count: number | null;
                        service: string;
                        /**
                         * Format: date-time
                         * @description When this was measured.
                         */
                        timestamp: string;
                        uptime_seconds: number;
                        version: string;
                    };
                };
            };
            /** @description Query or path does not fit the schema. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The database is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getHealthHistory: {
        parameters: {
            query?: {
                /** @description How far to look back. */
                hours?: number;
                /** @description Most samples to answer. */
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        history: {
                            /** @description Commands of the last 24 hours; null while commands are not counted. */
                            active_commands_24h: number | null;
                            /**
                             * Format: date-time
                             * @description The minute of this sample.
                             */
                            checked_at: string;
                            /** @description Connections to the database. */
                            database_pool_size: number | null;
                            /** @description `ok`, `not_initialized` (no tables yet) or `error:<kind>`. */
                            db_status: string;
                            /** @description Null without a language model. */
                            gpt_status: ("operational" | "degraded" | "error") | null;
                            /** @description Guilds the bot is in; null while it is not connected. */
                            guild_count: number | null;
                            service: string;
                            uptime_seconds: number;
                            version: string;
                        }[];
                        period_hours: number;
                        total_records: number;
                    };
                };
            };
            /** @description Query or path does not fit the schema. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The database is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description Query or path does not fit the schema. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The database is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            [key: string]: "ok";
                        };
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description Query or path does not fit the schema. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The database is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    changeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 09:00:00 */
                    call_time?: string;
                    /** @enum {unknown} */
                    catch_up?: "send_late" | "skip";
                    /** Format: snowflake */
                    channel_id?: string;
                    created_at?: unknown;
                    /** Format: snowflake */
                    created_by?: string;
                    /** @description Days of the event: "0" is Monday, "6" is Sunday. Not empty: the reminder recurs on them. */
                    days?: (("0" | "1" | "2" | "3" | "4" | "5" | "6") | number)[];
                    ends_at?: string | null;
                    event_time?: string | null;
                    guild_id?: unknown;
                    /**
                     * Format: snowflake
                     * @example 1
                     */
                    id: string;
                    image_url?: string | null;
                    last_delivery?: unknown;
                    location?: string | null;
                    mention?: ("none" | "everyone") | string;
                    /** @example Daily standup meeting */
                    message?: string;
                    /** @example Team Standup */
                    name?: string;
                    next_at?: unknown;
                    rrule?: string | null;
                    status?: unknown;
                    /** @example 09:00:00 */
                    time?: string;
                    timezone?: string | null;
                    /** Format: snowflake */
                    user_id?: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reminder: {
                            /** @example 09:00:00 */
                            call_time: string;
                            /** @enum {unknown} */
                            catch_up: "send_late" | "skip";
                            /** Format: snowflake */
                            channel_id: string;
                            /**
                             * Format: date-time
                             * @example 2026-01-21T19:00:00Z
                             */
                            created_at: string;
                            days: ("0" | "1" | "2" | "3" | "4" | "5" | "6")[];
                            ends_at: string | null;
                            event_time: string | null;
                            /** Format: snowflake */
                            guild_id: string;
                            id: number;
                            image_url: string | null;
                            last_delivery: {
                                /**
                                 * Format: date-time
                                 * @example 2026-01-21T19:00:00Z
                                 */
                                at: string;
                                message_id: string | null;
                                /** @enum {unknown} */
                                phase: "recurring" | "lead" | "event" | "snooze";
                                /** @example sent */
                                status: string;
                            } | null;
                            location: string | null;
                            /** @description `none`, `everyone` or the id of a role. */
                            mention: string;
                            message: string;
                            name: string;
                            next_at: string | null;
                            rrule: string | null;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "completed";
                            /** @example 09:00:00 */
                            time: string;
                            timezone: string;
                            /** Format: snowflake */
                            user_id: string;
                        };
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Body, query or path does not fit the schema or a rule. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or credentials that do not verify. */
            401: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller is known but not allowed. */
            403: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Edited elsewhere, or an idempotency key that is in use or was used with another request. */
            409: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is larger than 256 KiB. */
            413: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Over a limit. */
            429: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Database or Discord is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    createReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 09:00:00 */
                    call_time?: string;
                    /** @enum {unknown} */
                    catch_up?: "send_late" | "skip";
                    /** Format: snowflake */
                    channel_id: string;
                    created_at?: unknown;
                    /** Format: snowflake */
                    created_by?: string;
                    /** @description Days of the event: "0" is Monday, "6" is Sunday. Not empty: the reminder recurs on them. */
                    days?: (("0" | "1" | "2" | "3" | "4" | "5" | "6") | number)[];
                    ends_at?: string | null;
                    event_time?: string | null;
                    guild_id?: unknown;
                    id?: unknown;
                    image_url?: string | null;
                    last_delivery?: unknown;
                    location?: string | null;
                    mention?: ("none" | "everyone") | string;
                    /** @example Daily standup meeting */
                    message?: string;
                    /** @example Team Standup */
                    name: string;
                    next_at?: unknown;
                    rrule?: string | null;
                    status?: unknown;
                    /** @example 09:00:00 */
                    time?: string;
                    timezone?: string | null;
                    /** Format: snowflake */
                    user_id?: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        reminder: {
                            /** @example 09:00:00 */
                            call_time: string;
                            /** @enum {unknown} */
                            catch_up: "send_late" | "skip";
                            /** Format: snowflake */
                            channel_id: string;
                            /**
                             * Format: date-time
                             * @example 2026-01-21T19:00:00Z
                             */
                            created_at: string;
                            days: ("0" | "1" | "2" | "3" | "4" | "5" | "6")[];
                            ends_at: string | null;
                            event_time: string | null;
                            /** Format: snowflake */
                            guild_id: string;
                            id: number;
                            image_url: string | null;
                            last_delivery: {
                                /**
                                 * Format: date-time
                                 * @example 2026-01-21T19:00:00Z
                                 */
                                at: string;
                                message_id: string | null;
                                /** @enum {unknown} */
                                phase: "recurring" | "lead" | "event" | "snooze";
                                /** @example sent */
                                status: string;
                            } | null;
                            location: string | null;
                            /** @description `none`, `everyone` or the id of a role. */
                            mention: string;
                            message: string;
                            name: string;
                            next_at: string | null;
                            rrule: string | null;
                            /** @enum {unknown} */
                            status: "active" | "paused" | "completed";
                            /** @example 09:00:00 */
                            time: string;
                            timezone: string;
                            /** Format: snowflake */
                            user_id: string;
                        };
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Body, query or path does not fit the schema or a rule. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or credentials that do not verify. */
            401: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller is known but not allowed. */
            403: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Edited elsewhere, or an idempotency key that is in use or was used with another request. */
            409: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is larger than 256 KiB. */
            413: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Over a limit. */
            429: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Database or Discord is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    deleteReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path: {
                created_by: string;
                /** @example 1 */
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            /** @description Body, query or path does not fit the schema or a rule. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or credentials that do not verify. */
            401: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller is known but not allowed. */
            403: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Edited elsewhere, or an idempotency key that is in use or was used with another request. */
            409: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is larger than 256 KiB. */
            413: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Over a limit. */
            429: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Database or Discord is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    listReminders: {
        parameters: {
            query?: {
                cursor?: string;
                guild_id?: string;
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 09:00:00 */
                        call_time: string;
                        /** @enum {unknown} */
                        catch_up: "send_late" | "skip";
                        /** Format: snowflake */
                        channel_id: string;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T19:00:00Z
                         */
                        created_at: string;
                        days: ("0" | "1" | "2" | "3" | "4" | "5" | "6")[];
                        ends_at: string | null;
                        event_time: string | null;
                        /** Format: snowflake */
                        guild_id: string;
                        id: number;
                        image_url: string | null;
                        last_delivery: {
                            /**
                             * Format: date-time
                             * @example 2026-01-21T19:00:00Z
                             */
                            at: string;
                            message_id: string | null;
                            /** @enum {unknown} */
                            phase: "recurring" | "lead" | "event" | "snooze";
                            /** @example sent */
                            status: string;
                        } | null;
                        location: string | null;
                        /** @description `none`, `everyone` or the id of a role. */
                        mention: string;
                        message: string;
                        name: string;
                        next_at: string | null;
                        rrule: string | null;
                        /** @enum {unknown} */
                        status: "active" | "paused" | "completed";
                        /** @example 09:00:00 */
                        time: string;
                        timezone: string;
                        /** Format: snowflake */
                        user_id: string;
                    }[];
                };
            };
            /** @description Body, query or path does not fit the schema or a rule. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description No credentials, or credentials that do not verify. */
            401: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The caller is known but not allowed. */
            403: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Edited elsewhere, or an idempotency key that is in use or was used with another request. */
            409: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is larger than 256 KiB. */
            413: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The body is not application/json. */
            415: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Over a limit. */
            429: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Database or Discord is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of the last heartbeat, in milliseconds; null before the first. */
                        latency: number | null;
                        /** @description Discord acknowledged a heartbeat within the last two intervals. */
                        online: boolean;
                        /** @example 60 min */
                        uptime: string;
                    };
                };
            };
            /** @description Query or path does not fit the schema. */
            400: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description A fault of the server; its log has the rest under `request_id`. */
            500: {
                headers: {
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The database is needed and not available. */
            503: {
                headers: {
                    /** @description Seconds after which a repeat may succeed. */
                    "Retry-After"?: number;
                    /** @description Names this request in the log. */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
