// The API as types, made by npm run generate from the routes' own schemas. Do not edit.

export interface paths {
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List areas by level, parent or ancestor */
        get: {
            parameters: {
                query?: {
                    level?: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                    parent?: string;
                    under?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                parentId: string | null;
                                ownerId: string;
                                /** @enum {string} */
                                level: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                                code: string | null;
                                name: string;
                                fullName: string;
                                details: {
                                    [key: string]: unknown;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One area with its ancestors and published figures */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            parentId: string | null;
                            ownerId: string;
                            /** @enum {string} */
                            level: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                            code: string | null;
                            name: string;
                            fullName: string;
                            details: {
                                [key: string]: unknown;
                            };
                            ancestors: {
                                id: string;
                                parentId: string | null;
                                ownerId: string;
                                /** @enum {string} */
                                level: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                                code: string | null;
                                name: string;
                                fullName: string;
                                details: {
                                    [key: string]: unknown;
                                };
                            }[];
                            figures: {
                                id: string;
                                metric: string;
                                value: number;
                                unit: string;
                                qualifier: string;
                                period: string;
                                source: string;
                                publishedOn: string | null;
                            }[];
                            codes: {
                                code: string;
                                validFrom: string;
                                validTo: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/spots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Buildings, estates and lamp-posts one can point at */
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                kind: "building" | "estate" | "lamp-post" | "place";
                                areaId: string;
                                label: string;
                                code: string | null;
                                point: [
                                    number,
                                    number
                                ] | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an area below this one */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        level: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                        name: string;
                        code?: string;
                        details?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            parentId: string | null;
                            ownerId: string;
                            /** @enum {string} */
                            level: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                            code: string | null;
                            name: string;
                            fullName: string;
                            details: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how else the name of a unit is written */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        aliases: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            parentId: string | null;
                            ownerId: string;
                            /** @enum {string} */
                            level: "city" | "district" | "street" | "community" | "grid" | "micro-grid" | "estate" | "building";
                            code: string | null;
                            name: string;
                            fullName: string;
                            details: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Boundaries of an area and of those below it, as GeoJSON */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            type: "FeatureCollection";
                            bbox: [
                                number,
                                number,
                                number,
                                number
                            ] | null;
                            features: {
                                /** @enum {string} */
                                type: "Feature";
                                id: string;
                                bbox: [
                                    number,
                                    number,
                                    number,
                                    number
                                ];
                                geometry: {
                                    /** @enum {string} */
                                    type: "Polygon";
                                    coordinates: number[][][];
                                } | {
                                    /** @enum {string} */
                                    type: "MultiPolygon";
                                    coordinates: number[][][][];
                                };
                                properties: {
                                    name: string;
                                    level: string;
                                    code: string | null;
                                    schematic: boolean;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/map-ground": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where pictures of the ground come from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tiles: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/boundary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Draw the boundary of an area */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        geojson: unknown;
                        /** @default false */
                        schematic?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            type: "FeatureCollection";
                            bbox: [
                                number,
                                number,
                                number,
                                number
                            ] | null;
                            features: {
                                /** @enum {string} */
                                type: "Feature";
                                id: string;
                                bbox: [
                                    number,
                                    number,
                                    number,
                                    number
                                ];
                                geometry: {
                                    /** @enum {string} */
                                    type: "Polygon";
                                    coordinates: number[][][];
                                } | {
                                    /** @enum {string} */
                                    type: "MultiPolygon";
                                    coordinates: number[][][][];
                                };
                                properties: {
                                    name: string;
                                    level: string;
                                    code: string | null;
                                    schematic: boolean;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Take the boundary of an area away */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deleted: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/boundaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw an area and those below it from one GeoJSON file */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        geojson: unknown;
                        /** @default false */
                        schematic?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            set: string[];
                            unknown: string[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what she may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            face: string | null;
                            username: string | null;
                            homeArea: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            roles: {
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                level: string;
                                /** @description Names from the city down to the area */
                                path: string[];
                            }[];
                            /** @description Capabilities held at one area or another */
                            can: string[];
                            elderMode: boolean;
                            mustChangePassword: boolean;
                            /** @enum {string} */
                            way: "password" | "code" | "card";
                            actingFor: {
                                /** Format: uuid */
                                areaId: string;
                                /** Format: uuid */
                                elderId: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            start: "/" | "/grid" | "/desk";
                            /** @description Marks this session for what a device keeps of it; opens nothing */
                            session: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Sign in with user name and password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            token: string;
                            me: {
                                id: string;
                                name: string;
                                face: string | null;
                                username: string | null;
                                homeArea: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                roles: {
                                    role: string;
                                    label: string;
                                    /** Format: uuid */
                                    areaId: string;
                                    areaName: string;
                                    level: string;
                                    /** @description Names from the city down to the area */
                                    path: string[];
                                }[];
                                /** @description Capabilities held at one area or another */
                                can: string[];
                                elderMode: boolean;
                                mustChangePassword: boolean;
                                /** @enum {string} */
                                way: "password" | "code" | "card";
                                actingFor: {
                                    /** Format: uuid */
                                    areaId: string;
                                    /** Format: uuid */
                                    elderId: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                start: "/" | "/grid" | "/desk";
                                /** @description Marks this session for what a device keeps of it; opens nothing */
                                session: string;
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a one-time code to a phone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        phone: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Names this code; the browser keeps it as a cookie */
                            ticket: string;
                            /** @description ISO 8601, UTC */
                            expiresAt: string;
                            /** @description Earliest time for another code */
                            againAt: string;
                            /** @description The code itself, in demo mode only */
                            demoCode: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a phone and its one-time code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        phone: string;
                        code: string;
                        ticket?: string;
                        /**
                         * Format: uuid
                         * @description The community this person looks at, kept at the first sign-in
                         */
                        areaId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            token: string;
                            me: {
                                id: string;
                                name: string;
                                face: string | null;
                                username: string | null;
                                homeArea: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                roles: {
                                    role: string;
                                    label: string;
                                    /** Format: uuid */
                                    areaId: string;
                                    areaName: string;
                                    level: string;
                                    /** @description Names from the city down to the area */
                                    path: string[];
                                }[];
                                /** @description Capabilities held at one area or another */
                                can: string[];
                                elderMode: boolean;
                                mustChangePassword: boolean;
                                /** @enum {string} */
                                way: "password" | "code" | "card";
                                actingFor: {
                                    /** Format: uuid */
                                    areaId: string;
                                    /** Format: uuid */
                                    elderId: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                start: "/" | "/grid" | "/desk";
                                /** @description Marks this session for what a device keeps of it; opens nothing */
                                session: string;
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what she may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            face: string | null;
                            username: string | null;
                            homeArea: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            roles: {
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                level: string;
                                /** @description Names from the city down to the area */
                                path: string[];
                            }[];
                            /** @description Capabilities held at one area or another */
                            can: string[];
                            elderMode: boolean;
                            mustChangePassword: boolean;
                            /** @enum {string} */
                            way: "password" | "code" | "card";
                            actingFor: {
                                /** Format: uuid */
                                areaId: string;
                                /** Format: uuid */
                                elderId: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            start: "/" | "/grid" | "/desk";
                            /** @description Marks this session for what a device keeps of it; opens nothing */
                            session: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what one may set oneself */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        elderMode?: boolean;
                        /** Format: uuid */
                        homeAreaId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            face: string | null;
                            username: string | null;
                            homeArea: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            roles: {
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                level: string;
                                /** @description Names from the city down to the area */
                                path: string[];
                            }[];
                            /** @description Capabilities held at one area or another */
                            can: string[];
                            elderMode: boolean;
                            mustChangePassword: boolean;
                            /** @enum {string} */
                            way: "password" | "code" | "card";
                            actingFor: {
                                /** Format: uuid */
                                areaId: string;
                                /** Format: uuid */
                                elderId: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            start: "/" | "/grid" | "/desk";
                            /** @description Marks this session for what a device keeps of it; opens nothing */
                            session: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s own password; other sessions end */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            face: string | null;
                            username: string | null;
                            homeArea: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            roles: {
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                level: string;
                                /** @description Names from the city down to the area */
                                path: string[];
                            }[];
                            /** @description Capabilities held at one area or another */
                            can: string[];
                            elderMode: boolean;
                            mustChangePassword: boolean;
                            /** @enum {string} */
                            way: "password" | "code" | "card";
                            actingFor: {
                                /** Format: uuid */
                                areaId: string;
                                /** Format: uuid */
                                elderId: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            start: "/" | "/grid" | "/desk";
                            /** @description Marks this session for what a device keeps of it; opens nothing */
                            session: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/acting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Act for an elder who agreed to it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        elderId: string;
                        /** Format: uuid */
                        areaId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            face: string | null;
                            username: string | null;
                            homeArea: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            roles: {
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                level: string;
                                /** @description Names from the city down to the area */
                                path: string[];
                            }[];
                            /** @description Capabilities held at one area or another */
                            can: string[];
                            elderMode: boolean;
                            mustChangePassword: boolean;
                            /** @enum {string} */
                            way: "password" | "code" | "card";
                            actingFor: {
                                /** Format: uuid */
                                areaId: string;
                                /** Format: uuid */
                                elderId: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            start: "/" | "/grid" | "/desk";
                            /** @description Marks this session for what a device keeps of it; opens nothing */
                            session: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Act for oneself again */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            face: string | null;
                            username: string | null;
                            homeArea: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            roles: {
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                level: string;
                                /** @description Names from the city down to the area */
                                path: string[];
                            }[];
                            /** @description Capabilities held at one area or another */
                            can: string[];
                            elderMode: boolean;
                            mustChangePassword: boolean;
                            /** @enum {string} */
                            way: "password" | "code" | "card";
                            actingFor: {
                                /** Format: uuid */
                                areaId: string;
                                /** Format: uuid */
                                elderId: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            start: "/" | "/grid" | "/desk";
                            /** @description Marks this session for what a device keeps of it; opens nothing */
                            session: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own sessions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sessions: {
                                id: string;
                                device: string;
                                /** @enum {string} */
                                way: "password" | "code" | "card";
                                /** @description ISO 8601, UTC */
                                since: string;
                                /** @description ISO 8601, UTC */
                                lastUsedAt: string;
                                current: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** End all of one’s own sessions but this one */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one’s own sessions */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles there are and what they allow */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            roles: {
                                id: string;
                                label: string;
                                level: string;
                                can: string[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which role at the area and below */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grants: {
                                /** Format: uuid */
                                id: string;
                                userId: string;
                                name: string;
                                face: string | null;
                                username: string | null;
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                /** @description ISO 8601, UTC */
                                heldFrom: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Give a role at the area */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        userId: string;
                        role: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grants: {
                                /** Format: uuid */
                                id: string;
                                userId: string;
                                name: string;
                                face: string | null;
                                username: string | null;
                                role: string;
                                label: string;
                                /** Format: uuid */
                                areaId: string;
                                areaName: string;
                                /** @description ISO 8601, UTC */
                                heldFrom: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a role at the area or below */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    grantId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a leaver’s open work over in one act */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fromUserId: string;
                        toUserId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grantsEnded: number;
                            sessionsEnded: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account for a colleague */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        name: string;
                        password: string;
                        phone?: string;
                        roles: {
                            role: string;
                            /** Format: uuid */
                            areaId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userId: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/accounts/{userId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a colleague a new first password */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The role cards of the demo */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            password: string;
                            accounts: {
                                username: string;
                                name: string;
                                title: string;
                                face: string | null;
                                does: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List matters of an area and everything below it */
        get: {
            parameters: {
                query?: {
                    method?: string;
                    step?: string;
                    status?: "open" | "ended" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                    category?: string;
                    grid?: string;
                    building?: string;
                    channel?: "resident" | "grid-worker" | "building-head" | "community" | "hotline" | "card" | "matter" | "partner";
                    due?: "late" | "today" | "later";
                    mine?: "waiting" | "reported" | "handed" | "handled" | "copied";
                    actedFrom?: string;
                    supervised?: string;
                    stars?: number;
                    rated?: "yes" | "no";
                    satisfied?: "yes" | "no";
                    inGrid?: "yes" | "no";
                    onTime?: "yes" | "no";
                    q?: string;
                    from?: string;
                    to?: string;
                    closedFrom?: string;
                    closedTo?: string;
                    sort?: "due" | "created" | "closed";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                areaId: string;
                                areaName: string;
                                number: string;
                                shortNumber: string;
                                method: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    icon: string;
                                };
                                title: string;
                                category: string | null;
                                place: string | null;
                                step: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                };
                                /** @enum {string} */
                                status: "open" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                                statusName: string;
                                enteredAt: string;
                                dueAt: string | null;
                                /** @enum {string} */
                                dueState: "late" | "today" | "later" | "none" | "paused";
                                dueText: string;
                                createdAt: string;
                                updatedAt: string;
                                closedAt: string | null;
                                waitsFor: string;
                                grid: {
                                    id: string;
                                    name: string;
                                } | null;
                                /** @enum {string} */
                                channel: "resident" | "grid-worker" | "building-head" | "community" | "hotline" | "card" | "matter" | "partner";
                                channelName: string;
                                photo: string | null;
                                after: string | null;
                                stars: number | null;
                                reminded: number;
                                supervised: boolean;
                                traceCode: string;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin a matter of a method */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        method: string;
                        form: {
                            [key: string]: unknown;
                        };
                        action?: string;
                        onBehalfOf?: {
                            name: string;
                            phone?: string;
                        };
                        /** @enum {string} */
                        channel?: "resident" | "grid-worker" | "building-head" | "community" | "hotline" | "card" | "matter" | "partner";
                        then?: {
                            action: string;
                            /** @default {} */
                            form?: {
                                [key: string]: unknown;
                            };
                            reason?: string;
                        }[];
                        madeAgoSeconds?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            number: string;
                            shortNumber: string;
                            traceCode: string;
                            title: string;
                            step: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            /** @enum {string} */
                            status: "open" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                            statusName: string;
                            dueAt: string | null;
                            /** @enum {string} */
                            dueState: "late" | "today" | "later" | "none" | "paused";
                            dueText: string;
                            version: number;
                            actions: {
                                id: string;
                                /** @enum {string} */
                                kind: "action" | "office" | "anytime";
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                leads: boolean;
                                needsReason: boolean;
                                to: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                } | null;
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                                phrases: string[];
                                /** @enum {string} */
                                asks?: "to" | "until" | "number";
                                people?: {
                                    key: string;
                                    name: string;
                                    title: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open matters that have a point, for a map */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                areaId: string;
                                number: string;
                                title: string;
                                place: string | null;
                                category: string | null;
                                stepName: string;
                                /** @enum {string} */
                                dueState: "late" | "today" | "later" | "none" | "paused";
                                dueText: string;
                                point: [
                                    number,
                                    number
                                ];
                            }[];
                            cut: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of the tabs above the list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: number;
                            waiting: number;
                            late: number;
                            today: number;
                            supervised: number;
                            hotline: number;
                            handed: number;
                            closedThisMonth: number;
                            onTimeThisMonth: number;
                            newThisWeek: number;
                            closedThisWeek: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as an Excel file */
        get: {
            parameters: {
                query?: {
                    method?: string;
                    step?: string;
                    status?: "open" | "ended" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                    category?: string;
                    grid?: string;
                    building?: string;
                    channel?: "resident" | "grid-worker" | "building-head" | "community" | "hotline" | "card" | "matter" | "partner";
                    due?: "late" | "today" | "later";
                    mine?: "waiting" | "reported" | "handed" | "handled" | "copied";
                    actedFrom?: string;
                    supervised?: string;
                    stars?: number;
                    rated?: "yes" | "no";
                    satisfied?: "yes" | "no";
                    inGrid?: "yes" | "no";
                    onTime?: "yes" | "no";
                    q?: string;
                    from?: string;
                    to?: string;
                    closedFrom?: string;
                    closedTo?: string;
                    sort?: "due" | "created" | "closed";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Time per step, shares in time and closed in the grid */
        get: {
            parameters: {
                query: {
                    method: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            method: string;
                            steps: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                onTime: number;
                                medianMs: number | null;
                                medianText: string;
                                limitText: string;
                                shareOfLimit: number | null;
                            }[];
                            ended: number;
                            onTime: number;
                            rated: number;
                            satisfied: number;
                            closedInGrid: number;
                            closable: number;
                            medianToReplyMs: number | null;
                            medianToReplyText: string;
                            running: number;
                            byCategory: {
                                category: string;
                                count: number;
                            }[];
                            byChannel: {
                                channel: string;
                                name: string;
                                count: number;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/handling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long matters take on the average, against the benchmark */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            counted: number;
                            averageMs: number | null;
                            averageText: string;
                            benchmarkMs: number;
                            benchmarkText: string;
                            isWithin: boolean | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/report-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What to ask before a matter exists */
        get: {
            parameters: {
                query?: {
                    method?: string;
                    building?: string;
                    spot?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            method: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                icon: string;
                                promise: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            action: string;
                            fields: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                type: string;
                                optional: boolean;
                                many: boolean;
                                of?: {
                                    value: string;
                                    label: string;
                                    hint?: string;
                                }[];
                                min?: number | string;
                                max?: number | string;
                                if?: string;
                                value?: unknown;
                                known?: string;
                            }[];
                            gridWorker: {
                                name: string;
                                face: string | null;
                                phone: string | null;
                            } | null;
                            answerBy: string | null;
                            answerByText: string;
                            knownPhone: string | null;
                            knownPlace: {
                                label: string;
                                areaId: string;
                            } | null;
                            atOnce: {
                                action: string;
                                step: {
                                    zh: string;
                                    en: string;
                                };
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                            }[];
                            similar: {
                                traceCode: string;
                                title: string;
                                stepName: string;
                                createdAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One matter with its history and what you may do now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    number: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            areaName: string;
                            number: string;
                            shortNumber: string;
                            method: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                icon: string;
                            };
                            title: string;
                            category: string | null;
                            place: string | null;
                            step: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            /** @enum {string} */
                            status: "open" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                            statusName: string;
                            enteredAt: string;
                            dueAt: string | null;
                            /** @enum {string} */
                            dueState: "late" | "today" | "later" | "none" | "paused";
                            dueText: string;
                            createdAt: string;
                            updatedAt: string;
                            closedAt: string | null;
                            waitsFor: string;
                            grid: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {string} */
                            channel: "resident" | "grid-worker" | "building-head" | "community" | "hotline" | "card" | "matter" | "partner";
                            channelName: string;
                            photo: string | null;
                            after: string | null;
                            stars: number | null;
                            reminded: number;
                            supervised: boolean;
                            traceCode: string;
                            version: number;
                            fields: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                type: string;
                                text: string;
                                private: boolean;
                                pictures?: {
                                    id: string;
                                    full: string;
                                    small: string;
                                    drawn: boolean;
                                }[];
                                value?: unknown;
                            }[];
                            before: {
                                id: string;
                                full: string;
                                small: string;
                                drawn: boolean;
                            }[];
                            afterPictures: {
                                id: string;
                                full: string;
                                small: string;
                                drawn: boolean;
                            }[];
                            reporter: {
                                name: string;
                                phone: string | null;
                                isMe: boolean;
                                onBehalf: string | null;
                            } | null;
                            visibleTo: string;
                            line: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                state: "done" | "now" | "coming";
                                at: string | null;
                                usedText: string | null;
                                limitText: string;
                                waitsFor: string;
                                late: boolean;
                            }[];
                            aside: {
                                zh: string;
                                en: string;
                            } | null;
                            history: {
                                seq: number;
                                at: string;
                                actorName: string;
                                actorTitle: string;
                                face: string | null;
                                /** @enum {string} */
                                kind: "begin" | "action" | "office" | "system";
                                what: string;
                                label: string;
                                fromStep: string | null;
                                toStep: string;
                                late: boolean;
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    text: string;
                                    private: boolean;
                                    pictures?: {
                                        id: string;
                                        full: string;
                                        small: string;
                                        drawn: boolean;
                                    }[];
                                    value?: unknown;
                                }[];
                                reason: string | null;
                            }[];
                            actions: {
                                id: string;
                                /** @enum {string} */
                                kind: "action" | "office" | "anytime";
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                leads: boolean;
                                needsReason: boolean;
                                to: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                } | null;
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                                phrases: string[];
                                /** @enum {string} */
                                asks?: "to" | "until" | "number";
                                people?: {
                                    key: string;
                                    name: string;
                                    title: string;
                                }[];
                            }[];
                            promise: string;
                            mergedInto: string | null;
                            sameSpot: number;
                            methodVersion: number;
                            methodVariant: string | null;
                            publicUrl: string;
                            gridWorker: {
                                name: string;
                                face: string | null;
                                phone: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/{number}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reveal one private field, logged with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    number: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        field: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            field: string;
                            value: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/{number}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do something with a matter */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    number: string;
                    action: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        form?: {
                            [key: string]: unknown;
                        };
                        reason?: string;
                        to?: string[];
                        until?: string;
                        into?: string;
                        version?: number;
                        then?: {
                            action: string;
                            /** @default {} */
                            form?: {
                                [key: string]: unknown;
                            };
                            reason?: string;
                        }[];
                        madeAgoSeconds?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            number: string;
                            shortNumber: string;
                            traceCode: string;
                            title: string;
                            step: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                            };
                            /** @enum {string} */
                            status: "open" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                            statusName: string;
                            dueAt: string | null;
                            /** @enum {string} */
                            dueState: "late" | "today" | "later" | "none" | "paused";
                            dueText: string;
                            version: number;
                            actions: {
                                id: string;
                                /** @enum {string} */
                                kind: "action" | "office" | "anytime";
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                leads: boolean;
                                needsReason: boolean;
                                to: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                } | null;
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                                phrases: string[];
                                /** @enum {string} */
                                asks?: "to" | "until" | "number";
                                people?: {
                                    key: string;
                                    name: string;
                                    title: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/matters/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same action on several matters; a result for each */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        numbers: string[];
                        action: string;
                        act: {
                            /** @default {} */
                            form?: {
                                [key: string]: unknown;
                            };
                            reason?: string;
                            to?: string[];
                            until?: string;
                            into?: string;
                            version?: number;
                            then?: {
                                action: string;
                                /** @default {} */
                                form?: {
                                    [key: string]: unknown;
                                };
                                reason?: string;
                            }[];
                            madeAgoSeconds?: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            results: {
                                number: string;
                                title: string;
                                ok: boolean;
                                sentence: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traces/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public page of one story */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            areaId: string;
                            title: string;
                            category: string | null;
                            place: string | null;
                            createdAt: string;
                            closedAt: string | null;
                            stars: number | null;
                            daysUsed: number | null;
                            before: {
                                id: string;
                                full: string;
                                small: string;
                                drawn: boolean;
                            }[];
                            after: {
                                id: string;
                                full: string;
                                small: string;
                                drawn: boolean;
                            }[];
                            result: string | null;
                            statusName: string;
                            stepName: string;
                            dueAt: string | null;
                            open: boolean;
                            number: string;
                            areaName: string;
                            /** @enum {string} */
                            status: "open" | "done" | "refused" | "withdrawn" | "merged" | "moved";
                            line: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                state: "done" | "now" | "coming";
                                at: string | null;
                                usedText: string | null;
                                limitText: string;
                                waitsFor: string;
                                late: boolean;
                            }[];
                            story: {
                                at: string;
                                stepName: string;
                                headline: string;
                                text: string;
                                pictures: {
                                    id: string;
                                    full: string;
                                    small: string;
                                    drawn: boolean;
                                }[];
                                turning: boolean;
                            }[];
                            method: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                source: string;
                            };
                            groupText: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/face": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Solved near you, and the month in figures */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            solved: {
                                code: string;
                                areaId: string;
                                title: string;
                                category: string | null;
                                place: string | null;
                                createdAt: string;
                                closedAt: string | null;
                                stars: number | null;
                                daysUsed: number | null;
                                before: {
                                    id: string;
                                    full: string;
                                    small: string;
                                    drawn: boolean;
                                }[];
                                after: {
                                    id: string;
                                    full: string;
                                    small: string;
                                    drawn: boolean;
                                }[];
                                result: string | null;
                                statusName: string;
                                stepName: string;
                                dueAt: string | null;
                                open: boolean;
                            }[];
                            month: {
                                name: string;
                                from: string;
                                to: string;
                                reported: number;
                                closed: number;
                                open: number;
                                openLate: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/public-matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The matters behind the public figures */
        get: {
            parameters: {
                query?: {
                    state?: "solved" | "reported" | "closed" | "open";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                areaId: string;
                                title: string;
                                category: string | null;
                                place: string | null;
                                createdAt: string;
                                closedAt: string | null;
                                stars: number | null;
                                daysUsed: number | null;
                                before: {
                                    id: string;
                                    full: string;
                                    small: string;
                                    drawn: boolean;
                                }[];
                                after: {
                                    id: string;
                                    full: string;
                                    small: string;
                                    drawn: boolean;
                                }[];
                                result: string | null;
                                statusName: string;
                                stepName: string;
                                dueAt: string | null;
                                open: boolean;
                            }[];
                            next: string | null;
                            month: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views of a list: one’s own and the area’s */
        get: {
            parameters: {
                query?: {
                    list?: "matters";
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                shared: boolean;
                                query: {
                                    [key: string]: string;
                                };
                                columns: string[];
                                madeBy: string;
                                isStart: boolean;
                                actions: ("change" | "delete")[];
                            }[];
                            mayShare: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Keep a view under a name */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default matters
                         * @enum {string}
                         */
                        list?: "matters";
                        name: string;
                        /** @default false */
                        shared?: boolean;
                        query: {
                            [key: string]: string;
                        };
                        /** @default [] */
                        columns?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            shared: boolean;
                            query: {
                                [key: string]: string;
                            };
                            columns: string[];
                            madeBy: string;
                            isStart: boolean;
                            actions: ("change" | "delete")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a saved view */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    viewId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deleted: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a saved view or keep other filters under it */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    viewId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        query?: {
                            [key: string]: string;
                        };
                        columns?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            shared: boolean;
                            query: {
                                [key: string]: string;
                            };
                            columns: string[];
                            madeBy: string;
                            isStart: boolean;
                            actions: ("change" | "delete")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/areas/{areaId}/view-start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set with which view one’s list begins */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default matters
                         * @enum {string}
                         */
                        list?: "matters";
                        viewId: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            viewId: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every method of the library */
        get: {
            parameters: {
                query?: {
                    area?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                version: number;
                                source: string;
                                level: string;
                                visible: string;
                                icon: string;
                                promise: {
                                    zh: string;
                                    en: string;
                                };
                                steps: {
                                    zh: string;
                                    en: string;
                                }[];
                                adopted: boolean;
                                changed: number;
                                required: boolean;
                                hash: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A method: definition, diagram, sources, who uses it */
        get: {
            parameters: {
                query?: {
                    area?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            version: number;
                            source: string;
                            level: string;
                            visible: string;
                            icon: string;
                            promise: {
                                zh: string;
                                en: string;
                            };
                            steps: {
                                zh: string;
                                en: string;
                            }[];
                            adopted: boolean;
                            changed: number;
                            required: boolean;
                            hash: string;
                            areaName: string;
                            stepRows: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                main: boolean;
                                position: number;
                                who: string;
                                fills: string;
                                limit: string;
                                late: string;
                                shows: string;
                                inferred: boolean;
                            }[];
                            reads: string;
                            published: string[];
                            objections: string[];
                            diagram: {
                                nodes: {
                                    id: string;
                                    label: string;
                                    who: string;
                                    limit: string;
                                    inferred: boolean;
                                    main: boolean;
                                    ending: string | null;
                                    column: number;
                                    row: number;
                                }[];
                                edges: {
                                    from: string;
                                    to: string;
                                    label: string;
                                    kind: string;
                                    back: boolean;
                                }[];
                                anytime: {
                                    label: string;
                                    to: string;
                                }[];
                            };
                            quotes: {
                                text: string;
                                place: string;
                            }[];
                            inferred: {
                                reason: string;
                                paths: string[];
                            }[];
                            settable: {
                                path: string;
                                label: string;
                                /** @enum {string} */
                                kind: "time" | "count" | "choice" | "words" | "actors" | "yesno" | "money" | "text" | "percent";
                                value: unknown;
                                original: unknown;
                                choices?: {
                                    value: string;
                                    label: string;
                                }[];
                            }[];
                            fixed: string[];
                            variant: {
                                areaName: string;
                                since: string;
                                isFile: boolean;
                                changes: string[];
                            } | null;
                            update: {
                                version: number;
                                changes: string[];
                            } | null;
                            users: {
                                areaId: string;
                                name: string;
                                street: string;
                                ended: number;
                                onTime: number;
                                changed: number;
                                isFile: boolean;
                            }[];
                            figures: {
                                from: string;
                                to: string;
                                method: string;
                                steps: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    done: number;
                                    onTime: number;
                                    medianMs: number | null;
                                    medianText: string;
                                    limitText: string;
                                    shareOfLimit: number | null;
                                }[];
                                ended: number;
                                onTime: number;
                                rated: number;
                                satisfied: number;
                                closedInGrid: number;
                                closable: number;
                                medianToReplyMs: number | null;
                                medianToReplyText: string;
                                running: number;
                                byCategory: {
                                    category: string;
                                    count: number;
                                }[];
                                byChannel: {
                                    channel: string;
                                    name: string;
                                    count: number;
                                }[];
                            } | null;
                            yaml: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/adoptions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What adopting with these settings would change */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        method: string;
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                        from?: string;
                        file?: string;
                        update?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            problems: {
                                path: string;
                                line: number;
                                zh: string;
                                en: string;
                            }[];
                            differences: string[];
                            running: number;
                            fileChanged: boolean | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a method, copied and changed where it may be */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        method: string;
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                        from?: string;
                        file?: string;
                        update?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            version: number;
                            source: string;
                            level: string;
                            visible: string;
                            icon: string;
                            promise: {
                                zh: string;
                                en: string;
                            };
                            steps: {
                                zh: string;
                                en: string;
                            }[];
                            adopted: boolean;
                            changed: number;
                            required: boolean;
                            hash: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/methods/{id}/bindings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the areas above ask of a method, and who below does not keep to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bindings: {
                                areaId: string;
                                areaName: string;
                                required: boolean;
                                reason: string;
                                byName: string;
                                at: string;
                                floors: {
                                    place: string;
                                    /** @enum {string} */
                                    rule: "at-most" | "at-least" | "kept";
                                    value: unknown;
                                    words: string;
                                }[];
                                own: boolean;
                            }[];
                            lowered: string[];
                            bindable: {
                                place: string;
                                rules: ("at-most" | "at-least" | "kept")[];
                                /** @enum {string} */
                                kind: "time" | "kept" | "count" | "money" | "percent";
                                label: string;
                                value: unknown;
                            }[];
                            below: {
                                areaId: string;
                                name: string;
                                street: string;
                                why: string[];
                            }[];
                            communities: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Bind the communities below to a method; asking nothing lifts it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        required: boolean;
                        /** @default  */
                        reason?: string;
                        floors: {
                            place: string;
                            /** @enum {string} */
                            rule: "at-most" | "at-least" | "kept";
                            value: unknown;
                            label: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bindings: {
                                areaId: string;
                                areaName: string;
                                required: boolean;
                                reason: string;
                                byName: string;
                                at: string;
                                floors: {
                                    place: string;
                                    /** @enum {string} */
                                    rule: "at-most" | "at-least" | "kept";
                                    value: unknown;
                                    words: string;
                                }[];
                                own: boolean;
                            }[];
                            lowered: string[];
                            bindable: {
                                place: string;
                                rules: ("at-most" | "at-least" | "kept")[];
                                /** @enum {string} */
                                kind: "time" | "kept" | "count" | "money" | "percent";
                                label: string;
                                value: unknown;
                            }[];
                            below: {
                                areaId: string;
                                name: string;
                                street: string;
                                why: string[];
                            }[];
                            communities: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The one screen of an area, from roll-ups */
        get: {
            parameters: {
                query?: {
                    period?: "today" | "week" | "month" | "year";
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            name: string;
                            at: string;
                            period: string;
                            from: string;
                            to: string;
                            created: number;
                            createdBefore: number;
                            closed: number;
                            closedBefore: number;
                            open: number;
                            late: number;
                            channels: {
                                channel: string;
                                name: string;
                                count: number;
                            }[];
                            districts: {
                                id: string;
                                name: string;
                                polygon: [
                                    number,
                                    number
                                ][];
                                labelAt: [
                                    number,
                                    number
                                ];
                                open: number;
                                late: number;
                                ended: number;
                                onTime: number;
                                communities: {
                                    id: string;
                                    name: string;
                                    dot: [
                                        number,
                                        number
                                    ];
                                    open: number;
                                    late: number;
                                }[];
                            }[];
                            latest: {
                                areaId: string;
                                number: string;
                                title: string;
                                place: string;
                                days: number;
                            }[];
                            supervised: number;
                            method: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                            } | null;
                            steps: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                done: number;
                                onTime: number;
                                medianMs: number | null;
                                medianText: string;
                                limitText: string;
                                shareOfLimit: number | null;
                            }[];
                            happening: {
                                at: string;
                                areaName: string;
                                text: string;
                            }[];
                            activities: number;
                            enrolments: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Households in order of their address */
        get: {
            parameters: {
                query?: {
                    building?: string;
                    grid?: string;
                    q?: string;
                    card?: "none" | "unused";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                label: string;
                                buildingId: string | null;
                                buildingName: string | null;
                                gridId: string | null;
                                gridName: string | null;
                                unit: string;
                                room: string;
                                memberCount: number;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register a household */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        buildingId?: string;
                        /** Format: uuid */
                        gridId?: string;
                        /** @default  */
                        unit?: string;
                        /** @default  */
                        room?: string;
                        label?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            label: string;
                            buildingId: string | null;
                            buildingName: string | null;
                            gridId: string | null;
                            gridName: string | null;
                            unit: string;
                            room: string;
                            memberCount: number;
                            version: number;
                            members: {
                                id: string;
                                householdId: string | null;
                                householdLabel: string | null;
                                name: string;
                                phone: string | null;
                                hasIdNumber: boolean;
                                hasNote: boolean;
                                birthYear: number | null;
                                gender: ("男" | "女") | null;
                                tags: string[];
                                version: number;
                                leftAt: string | null;
                            }[];
                            actions: ("edit" | "reveal" | "issue-card" | "confirm-card" | "record-consent")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/households/{householdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One household with its members, masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    householdId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            label: string;
                            buildingId: string | null;
                            buildingName: string | null;
                            gridId: string | null;
                            gridName: string | null;
                            unit: string;
                            room: string;
                            memberCount: number;
                            version: number;
                            members: {
                                id: string;
                                householdId: string | null;
                                householdLabel: string | null;
                                name: string;
                                phone: string | null;
                                hasIdNumber: boolean;
                                hasNote: boolean;
                                birthYear: number | null;
                                gender: ("男" | "女") | null;
                                tags: string[];
                                version: number;
                                leftAt: string | null;
                            }[];
                            actions: ("edit" | "reveal" | "issue-card" | "confirm-card" | "record-consent")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Residents in order of their address, masked */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                householdId: string | null;
                                householdLabel: string | null;
                                name: string;
                                phone: string | null;
                                hasIdNumber: boolean;
                                hasNote: boolean;
                                birthYear: number | null;
                                gender: ("男" | "女") | null;
                                tags: string[];
                                version: number;
                                leftAt: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register a resident */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        householdId?: string;
                        name: string;
                        phone?: string;
                        idNumber?: string;
                        birthYear?: number;
                        /** @enum {string} */
                        gender?: "男" | "女";
                        /** @default [] */
                        tags?: string[];
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            householdId: string | null;
                            householdLabel: string | null;
                            name: string;
                            phone: string | null;
                            hasIdNumber: boolean;
                            hasNote: boolean;
                            birthYear: number | null;
                            gender: ("男" | "女") | null;
                            tags: string[];
                            version: number;
                            leftAt: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/people/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find residents by telephone, citizen number or name */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        phone?: string;
                        idNumber?: string;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                householdId: string | null;
                                householdLabel: string | null;
                                name: string;
                                phone: string | null;
                                hasIdNumber: boolean;
                                hasNote: boolean;
                                birthYear: number | null;
                                gender: ("男" | "女") | null;
                                tags: string[];
                                version: number;
                                leftAt: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a resident */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        householdId?: string | null;
                        name?: string;
                        phone?: string | null;
                        idNumber?: string | null;
                        birthYear?: number | null;
                        gender?: ("男" | "女") | null;
                        tags?: string[];
                        note?: string | null;
                        left?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            householdId: string | null;
                            householdLabel: string | null;
                            name: string;
                            phone: string | null;
                            hasIdNumber: boolean;
                            hasNote: boolean;
                            birthYear: number | null;
                            gender: ("男" | "女") | null;
                            tags: string[];
                            version: number;
                            leftAt: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/areas/{areaId}/people/{personId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open one sealed field, with a reason that is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        field: "name" | "phone" | "idNumber" | "note";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            field: "name" | "phone" | "idNumber" | "note";
                            value: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/people/{personId}/family": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consents an elder has given to family */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                elderId: string;
                                elderName: string;
                                householdLabel: string | null;
                                familyUserId: string;
                                familyName: string;
                                relation: string;
                                /** @enum {string} */
                                givenHow: "当面" | "电话录音" | "书面";
                                givenAt: string;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Record an elder’s consent that a family member acts for her */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        family: string;
                        relation: string;
                        /** @enum {string} */
                        givenHow: "当面" | "电话录音" | "书面";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            elderId: string;
                            elderName: string;
                            householdLabel: string | null;
                            familyUserId: string;
                            familyName: string;
                            relation: string;
                            /** @enum {string} */
                            givenHow: "当面" | "电话录音" | "书面";
                            givenAt: string;
                            revokedAt: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/people/{personId}/family/{consentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a consent back on the elder’s word */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    personId: string;
                    consentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                elderId: string;
                                elderName: string;
                                householdLabel: string | null;
                                familyUserId: string;
                                familyName: string;
                                relation: string;
                                /** @enum {string} */
                                givenHow: "当面" | "电话录音" | "书面";
                                givenAt: string;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/elders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Elders who let me act for them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                elderId: string;
                                elderName: string;
                                householdLabel: string | null;
                                familyUserId: string;
                                familyName: string;
                                relation: string;
                                /** @enum {string} */
                                givenHow: "当面" | "电话录音" | "书面";
                                givenAt: string;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I let act for me */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                elderId: string;
                                elderName: string;
                                householdLabel: string | null;
                                familyUserId: string;
                                familyName: string;
                                relation: string;
                                /** @enum {string} */
                                givenHow: "当面" | "电话录音" | "书面";
                                givenAt: string;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/consents/{consentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take my consent back, or step down as family */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    consentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            revoked: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/grid-worker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact card of a building: my grid worker */
        get: {
            parameters: {
                query?: {
                    building?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            areaName: string;
                            grid: {
                                id: string;
                                name: string;
                            } | null;
                            worker: {
                                name: string;
                                face: string | null;
                            } | null;
                            looksAfter: string;
                            hours: string | null;
                            onDutyUntil: string | null;
                            telephone: string | null;
                            officeTelephone: string | null;
                            emergency: {
                                name: string;
                                number: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/door-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What hangs in the hall of each building: whom to call, and a QR to report from there */
        get: {
            parameters: {
                query?: {
                    grid?: string;
                    building?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                buildingId: string;
                                label: string;
                                url: string;
                                contact: {
                                    areaId: string;
                                    areaName: string;
                                    grid: {
                                        id: string;
                                        name: string;
                                    } | null;
                                    worker: {
                                        name: string;
                                        face: string | null;
                                    } | null;
                                    looksAfter: string;
                                    hours: string | null;
                                    onDutyUntil: string | null;
                                    telephone: string | null;
                                    officeTelephone: string | null;
                                    emergency: {
                                        name: string;
                                        number: string;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/households/{householdId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cards of a household */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    householdId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                householdId: string;
                                householdLabel: string;
                                personId: string | null;
                                personName: string | null;
                                /** @enum {string} */
                                state: "new" | "waiting" | "confirmed" | "revoked";
                                stateName: string;
                                issuedAt: string;
                                firstUsedAt: string | null;
                                confirmedAt: string | null;
                                lastUsedAt: string | null;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Issue a household card; its code is shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    householdId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            card: {
                                id: string;
                                householdId: string;
                                householdLabel: string;
                                personId: string | null;
                                personName: string | null;
                                /** @enum {string} */
                                state: "new" | "waiting" | "confirmed" | "revoked";
                                stateName: string;
                                issuedAt: string;
                                firstUsedAt: string | null;
                                confirmedAt: string | null;
                                lastUsedAt: string | null;
                                revokedAt: string | null;
                            };
                            code: string;
                            url: string;
                            areaName: string;
                            householdLabel: string;
                            personName: string | null;
                            contact: {
                                areaId: string;
                                areaName: string;
                                grid: {
                                    id: string;
                                    name: string;
                                } | null;
                                worker: {
                                    name: string;
                                    face: string | null;
                                } | null;
                                looksAfter: string;
                                hours: string | null;
                                onDutyUntil: string | null;
                                telephone: string | null;
                                officeTelephone: string | null;
                                emergency: {
                                    name: string;
                                    number: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/cards/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cards whose first use waits for a confirmation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                householdId: string;
                                householdLabel: string;
                                personId: string | null;
                                personName: string | null;
                                /** @enum {string} */
                                state: "new" | "waiting" | "confirmed" | "revoked";
                                stateName: string;
                                issuedAt: string;
                                firstUsedAt: string | null;
                                confirmedAt: string | null;
                                lastUsedAt: string | null;
                                revokedAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/cards/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue cards to several households, to be printed in one go; their codes are shown this once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        households: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                card: {
                                    id: string;
                                    householdId: string;
                                    householdLabel: string;
                                    personId: string | null;
                                    personName: string | null;
                                    /** @enum {string} */
                                    state: "new" | "waiting" | "confirmed" | "revoked";
                                    stateName: string;
                                    issuedAt: string;
                                    firstUsedAt: string | null;
                                    confirmedAt: string | null;
                                    lastUsedAt: string | null;
                                    revokedAt: string | null;
                                };
                                code: string;
                                url: string;
                                areaName: string;
                                householdLabel: string;
                                personName: string | null;
                                contact: {
                                    areaId: string;
                                    areaName: string;
                                    grid: {
                                        id: string;
                                        name: string;
                                    } | null;
                                    worker: {
                                        name: string;
                                        face: string | null;
                                    } | null;
                                    looksAfter: string;
                                    hours: string | null;
                                    onDutyUntil: string | null;
                                    telephone: string | null;
                                    officeTelephone: string | null;
                                    emergency: {
                                        name: string;
                                        number: string;
                                    }[];
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/cards/{cardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a card and end its sessions */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    cardId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            householdId: string;
                            householdLabel: string;
                            personId: string | null;
                            personName: string | null;
                            /** @enum {string} */
                            state: "new" | "waiting" | "confirmed" | "revoked";
                            stateName: string;
                            issuedAt: string;
                            firstUsedAt: string | null;
                            confirmedAt: string | null;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/cards/{cardId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the first use of a card */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    cardId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            householdId: string;
                            householdLabel: string;
                            personId: string | null;
                            personName: string | null;
                            /** @enum {string} */
                            state: "new" | "waiting" | "confirmed" | "revoked";
                            stateName: string;
                            issuedAt: string;
                            firstUsedAt: string | null;
                            confirmedAt: string | null;
                            lastUsedAt: string | null;
                            revokedAt: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cards/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a household card: the first use waits for the grid worker */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "waiting" | "signed-in";
                            sentence: string;
                            token: string | null;
                            contact: {
                                areaId: string;
                                areaName: string;
                                grid: {
                                    id: string;
                                    name: string;
                                } | null;
                                worker: {
                                    name: string;
                                    face: string | null;
                                } | null;
                                looksAfter: string;
                                hours: string | null;
                                onDutyUntil: string | null;
                                telephone: string | null;
                                officeTelephone: string | null;
                                emergency: {
                                    name: string;
                                    number: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My page: grid worker, household, open matters, what is on */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            area: {
                                id: string;
                                name: string;
                            } | null;
                            household: {
                                id: string;
                                label: string;
                                members: {
                                    id: string;
                                    name: string;
                                    isMe: boolean;
                                }[];
                            } | null;
                            contact: {
                                areaId: string;
                                areaName: string;
                                grid: {
                                    id: string;
                                    name: string;
                                } | null;
                                worker: {
                                    name: string;
                                    face: string | null;
                                } | null;
                                looksAfter: string;
                                hours: string | null;
                                onDutyUntil: string | null;
                                telephone: string | null;
                                officeTelephone: string | null;
                                emergency: {
                                    name: string;
                                    number: string;
                                }[];
                            } | null;
                            openMatterCount: number;
                            unreadCount: number;
                            activities: {
                                id: string;
                                areaId: string;
                                title: string;
                                summary: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                kindName: string;
                                place: string;
                                buildingId: string | null;
                                startsAt: string;
                                endsAt: string;
                                host: string;
                                picture: string | null;
                                seats: number | null;
                                enrolled: number;
                                waiting: number;
                                seatsLeft: number | null;
                                /** @enum {string} */
                                state: "open" | "full" | "free" | "begun" | "over";
                                stateName: string;
                                mine: boolean;
                                seriesId: string | null;
                                edition: string;
                                venueId: string | null;
                                teamId: string | null;
                                lng: number | null;
                                lat: number | null;
                                themes: string[];
                                audiences: string[];
                                large: boolean;
                                broad: boolean;
                                minAge: number | null;
                                maxAge: number | null;
                                organisers: string[];
                            }[];
                            notices: {
                                id: string;
                                areaId: string;
                                title: string;
                                body: string;
                                /** @enum {string} */
                                kind: "outage" | "work" | "reminder" | "meeting" | "result" | "service";
                                kindName: string;
                                icon: string;
                                affects: string;
                                startsAt: string | null;
                                endsAt: string | null;
                                publishedAt: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My messages from every area, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                kind: string;
                                title: string;
                                body: string;
                                link: string | null;
                                subject: string | null;
                                urgent: boolean;
                                createdAt: string;
                                readAt: string | null;
                                smsState: ("waiting" | "sent" | "no-phone") | null;
                            }[];
                            next: string | null;
                            unread: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of my messages are unread */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{messageId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one message read */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    messageId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            kind: string;
                            title: string;
                            body: string;
                            link: string | null;
                            subject: string | null;
                            urgent: boolean;
                            createdAt: string;
                            readAt: string | null;
                            smsState: ("waiting" | "sent" | "no-phone") | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all my messages read */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unread: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/robots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Robots of staff groups that are told what waits or is late */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                /** @enum {string} */
                                kind: "wecom" | "dingtalk" | "feishu" | "mail";
                                name: string;
                                host: string;
                                isSigned: boolean;
                                tells: ("waits" | "late" | "supervise")[];
                                madeByName: string;
                                createdAt: string;
                                sentAt: string | null;
                                failedAt: string | null;
                                failure: string | null;
                            }[];
                            kinds: {
                                /** @enum {string} */
                                value: "wecom" | "dingtalk" | "feishu" | "mail";
                                label: string;
                            }[];
                            tells: {
                                /** @enum {string} */
                                value: "waits" | "late" | "supervise";
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add the robot of a group in WeCom, DingTalk or Feishu, or a mailbox */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "wecom" | "dingtalk" | "feishu" | "mail";
                        name: string;
                        address: string;
                        /** @default  */
                        secret?: string;
                        tells: ("waits" | "late" | "supervise")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                /** @enum {string} */
                                kind: "wecom" | "dingtalk" | "feishu" | "mail";
                                name: string;
                                host: string;
                                isSigned: boolean;
                                tells: ("waits" | "late" | "supervise")[];
                                madeByName: string;
                                createdAt: string;
                                sentAt: string | null;
                                failedAt: string | null;
                                failure: string | null;
                            }[];
                            kinds: {
                                /** @enum {string} */
                                value: "wecom" | "dingtalk" | "feishu" | "mail";
                                label: string;
                            }[];
                            tells: {
                                /** @enum {string} */
                                value: "waits" | "late" | "supervise";
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/robots/{robotId}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one message to see whether it arrives */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    robotId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            queued: true;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/robots/{robotId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a robot at once */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    robotId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                /** @enum {string} */
                                kind: "wecom" | "dingtalk" | "feishu" | "mail";
                                name: string;
                                host: string;
                                isSigned: boolean;
                                tells: ("waits" | "late" | "supervise")[];
                                madeByName: string;
                                createdAt: string;
                                sentAt: string | null;
                                failedAt: string | null;
                                failure: string | null;
                            }[];
                            kinds: {
                                /** @enum {string} */
                                value: "wecom" | "dingtalk" | "feishu" | "mail";
                                label: string;
                            }[];
                            tells: {
                                /** @enum {string} */
                                value: "waits" | "late" | "supervise";
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices that stand now, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                title: string;
                                body: string;
                                /** @enum {string} */
                                kind: "outage" | "work" | "reminder" | "meeting" | "result" | "service";
                                kindName: string;
                                icon: string;
                                affects: string;
                                startsAt: string | null;
                                endsAt: string | null;
                                publishedAt: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Publish a notice */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        body: string;
                        /** @enum {string} */
                        kind: "outage" | "work" | "reminder" | "meeting" | "result" | "service";
                        /** @default megaphone */
                        icon?: string;
                        /** @default  */
                        affects?: string;
                        /** Format: date-time */
                        startsAt?: string;
                        /** Format: date-time */
                        endsAt?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            body: string;
                            /** @enum {string} */
                            kind: "outage" | "work" | "reminder" | "meeting" | "result" | "service";
                            kindName: string;
                            icon: string;
                            affects: string;
                            startsAt: string | null;
                            endsAt: string | null;
                            publishedAt: string;
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: "withdraw"[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice with its text for the group */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    noticeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            body: string;
                            /** @enum {string} */
                            kind: "outage" | "work" | "reminder" | "meeting" | "result" | "service";
                            kindName: string;
                            icon: string;
                            affects: string;
                            startsAt: string | null;
                            endsAt: string | null;
                            publishedAt: string;
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: "withdraw"[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One notice by its short public code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            body: string;
                            /** @enum {string} */
                            kind: "outage" | "work" | "reminder" | "meeting" | "result" | "service";
                            kindName: string;
                            icon: string;
                            affects: string;
                            startsAt: string | null;
                            endsAt: string | null;
                            publishedAt: string;
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: "withdraw"[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/notices.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every notice as an Excel file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/notices/{noticeId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a notice down */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    noticeId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities between two days, or from now on */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    teamId?: string;
                    venueId?: string;
                    seriesId?: string;
                    kind?: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                    theme?: string;
                    large?: string;
                    broad?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                title: string;
                                summary: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                kindName: string;
                                place: string;
                                buildingId: string | null;
                                startsAt: string;
                                endsAt: string;
                                host: string;
                                picture: string | null;
                                seats: number | null;
                                enrolled: number;
                                waiting: number;
                                seatsLeft: number | null;
                                /** @enum {string} */
                                state: "open" | "full" | "free" | "begun" | "over";
                                stateName: string;
                                mine: boolean;
                                seriesId: string | null;
                                edition: string;
                                venueId: string | null;
                                teamId: string | null;
                                lng: number | null;
                                lat: number | null;
                                themes: string[];
                                audiences: string[];
                                large: boolean;
                                broad: boolean;
                                minAge: number | null;
                                maxAge: number | null;
                                organisers: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Publish an activity */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        summary?: string;
                        /** @enum {string} */
                        kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                        place: string;
                        /** Format: uuid */
                        buildingId?: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        sessions?: {
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            place?: string;
                            /** Format: uuid */
                            venueId?: string;
                        }[];
                        host: string;
                        picture?: string;
                        seats?: number;
                        /** Format: uuid */
                        seriesId?: string;
                        edition?: string;
                        /** Format: uuid */
                        venueId?: string;
                        /** Format: uuid */
                        teamId?: string;
                        lng?: number;
                        lat?: number;
                        themes?: string[];
                        audiences?: string[];
                        large?: boolean;
                        broad?: boolean;
                        minAge?: number;
                        maxAge?: number;
                        organisers?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            place: string;
                            buildingId: string | null;
                            startsAt: string;
                            endsAt: string;
                            host: string;
                            picture: string | null;
                            seats: number | null;
                            enrolled: number;
                            waiting: number;
                            seatsLeft: number | null;
                            /** @enum {string} */
                            state: "open" | "full" | "free" | "begun" | "over";
                            stateName: string;
                            mine: boolean;
                            seriesId: string | null;
                            edition: string;
                            venueId: string | null;
                            teamId: string | null;
                            lng: number | null;
                            lat: number | null;
                            themes: string[];
                            audiences: string[];
                            large: boolean;
                            broad: boolean;
                            minAge: number | null;
                            maxAge: number | null;
                            organisers: string[];
                            sessions: {
                                id: string;
                                position: number;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                lng: number | null;
                                lat: number | null;
                            }[];
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: ("enrol" | "cancel" | "withdraw")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One activity with its text for the group */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            place: string;
                            buildingId: string | null;
                            startsAt: string;
                            endsAt: string;
                            host: string;
                            picture: string | null;
                            seats: number | null;
                            enrolled: number;
                            waiting: number;
                            seatsLeft: number | null;
                            /** @enum {string} */
                            state: "open" | "full" | "free" | "begun" | "over";
                            stateName: string;
                            mine: boolean;
                            seriesId: string | null;
                            edition: string;
                            venueId: string | null;
                            teamId: string | null;
                            lng: number | null;
                            lat: number | null;
                            themes: string[];
                            audiences: string[];
                            large: boolean;
                            broad: boolean;
                            minAge: number | null;
                            maxAge: number | null;
                            organisers: string[];
                            sessions: {
                                id: string;
                                position: number;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                lng: number | null;
                                lat: number | null;
                            }[];
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: ("enrol" | "cancel" | "withdraw")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One activity by its short public code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            place: string;
                            buildingId: string | null;
                            startsAt: string;
                            endsAt: string;
                            host: string;
                            picture: string | null;
                            seats: number | null;
                            enrolled: number;
                            waiting: number;
                            seatsLeft: number | null;
                            /** @enum {string} */
                            state: "open" | "full" | "free" | "begun" | "over";
                            stateName: string;
                            mine: boolean;
                            seriesId: string | null;
                            edition: string;
                            venueId: string | null;
                            teamId: string | null;
                            lng: number | null;
                            lat: number | null;
                            themes: string[];
                            audiences: string[];
                            large: boolean;
                            broad: boolean;
                            minAge: number | null;
                            maxAge: number | null;
                            organisers: string[];
                            sessions: {
                                id: string;
                                position: number;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                lng: number | null;
                                lat: number | null;
                            }[];
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: ("enrol" | "cancel" | "withdraw")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/enrolment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enrol */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            place: string;
                            buildingId: string | null;
                            startsAt: string;
                            endsAt: string;
                            host: string;
                            picture: string | null;
                            seats: number | null;
                            enrolled: number;
                            waiting: number;
                            seatsLeft: number | null;
                            /** @enum {string} */
                            state: "open" | "full" | "free" | "begun" | "over";
                            stateName: string;
                            mine: boolean;
                            seriesId: string | null;
                            edition: string;
                            venueId: string | null;
                            teamId: string | null;
                            lng: number | null;
                            lat: number | null;
                            themes: string[];
                            audiences: string[];
                            large: boolean;
                            broad: boolean;
                            minAge: number | null;
                            maxAge: number | null;
                            organisers: string[];
                            sessions: {
                                id: string;
                                position: number;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                lng: number | null;
                                lat: number | null;
                            }[];
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: ("enrol" | "cancel" | "withdraw")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Give my seat back */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            place: string;
                            buildingId: string | null;
                            startsAt: string;
                            endsAt: string;
                            host: string;
                            picture: string | null;
                            seats: number | null;
                            enrolled: number;
                            waiting: number;
                            seatsLeft: number | null;
                            /** @enum {string} */
                            state: "open" | "full" | "free" | "begun" | "over";
                            stateName: string;
                            mine: boolean;
                            seriesId: string | null;
                            edition: string;
                            venueId: string | null;
                            teamId: string | null;
                            lng: number | null;
                            lat: number | null;
                            themes: string[];
                            audiences: string[];
                            large: boolean;
                            broad: boolean;
                            minAge: number | null;
                            maxAge: number | null;
                            organisers: string[];
                            sessions: {
                                id: string;
                                position: number;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                lng: number | null;
                                lat: number | null;
                            }[];
                            areaName: string;
                            shortPath: string;
                            groupText: string;
                            actions: ("enrol" | "cancel" | "withdraw")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I am enrolled in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                title: string;
                                summary: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                kindName: string;
                                place: string;
                                buildingId: string | null;
                                startsAt: string;
                                endsAt: string;
                                host: string;
                                picture: string | null;
                                seats: number | null;
                                enrolled: number;
                                waiting: number;
                                seatsLeft: number | null;
                                /** @enum {string} */
                                state: "open" | "full" | "free" | "begun" | "over";
                                stateName: string;
                                mine: boolean;
                                seriesId: string | null;
                                edition: string;
                                venueId: string | null;
                                teamId: string | null;
                                lng: number | null;
                                lat: number | null;
                                themes: string[];
                                audiences: string[];
                                large: boolean;
                                broad: boolean;
                                minAge: number | null;
                                maxAge: number | null;
                                organisers: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every activity as an Excel file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an activity off and tell who enrolled */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities in every state, what waits for a decision first */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    kind?: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                    state?: "draft" | "submitted" | "published" | "withdrawn";
                    theme?: string;
                    flag?: "large" | "broad";
                    seriesId?: string;
                    venueId?: string;
                    from?: string;
                    to?: string;
                    page?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                kindName: string;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "published" | "withdrawn";
                                stateName: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                officer: string;
                                seriesId: string | null;
                                seriesName: string | null;
                                edition: string;
                                themes: string[];
                                large: boolean;
                                broad: boolean;
                                seats: number | null;
                                enrolled: number;
                                sessionCount: number;
                                people: number;
                                personTimes: number;
                            }[];
                            total: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Keep a new draft; nothing of it is public */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        summary?: string;
                        /** @enum {string} */
                        kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                        host: string;
                        /** @default [] */
                        organisers?: string[];
                        /** @default  */
                        officer?: string;
                        place: string;
                        /** @default null */
                        venueId?: string | null;
                        sessions: {
                            /** Format: uuid */
                            id?: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            /** @default  */
                            place?: string;
                            /** @default null */
                            venueId?: string | null;
                        }[];
                        /** @default null */
                        seriesId?: string | null;
                        /** @default  */
                        edition?: string;
                        /** @default [] */
                        themes?: string[];
                        /** @default [] */
                        audiences?: string[];
                        /** @default false */
                        large?: boolean;
                        /** @default false */
                        broad?: boolean;
                        /** @default null */
                        minAge?: number | null;
                        /** @default null */
                        maxAge?: number | null;
                        /** @default null */
                        picture?: string | null;
                        /** @default null */
                        seats?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as an Excel file, persons and person-times apart */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    kind?: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                    state?: "draft" | "submitted" | "published" | "withdrawn";
                    theme?: string;
                    flag?: "large" | "broad";
                    seriesId?: string;
                    venueId?: string;
                    from?: string;
                    to?: string;
                    page?: number;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records/{activityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One activity in any state, what was decided on it, and what may be done now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Write an activity anew; those enrolled in a public one hear of another time or place */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        summary?: string;
                        /** @enum {string} */
                        kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                        host: string;
                        /** @default [] */
                        organisers?: string[];
                        /** @default  */
                        officer?: string;
                        place: string;
                        /** @default null */
                        venueId?: string | null;
                        sessions: {
                            /** Format: uuid */
                            id?: string;
                            /** Format: date-time */
                            startsAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            /** @default  */
                            place?: string;
                            /** @default null */
                            venueId?: string | null;
                        }[];
                        /** @default null */
                        seriesId?: string | null;
                        /** @default  */
                        edition?: string;
                        /** @default [] */
                        themes?: string[];
                        /** @default [] */
                        audiences?: string[];
                        /** @default false */
                        large?: boolean;
                        /** @default false */
                        broad?: boolean;
                        /** @default null */
                        minAge?: number | null;
                        /** @default null */
                        maxAge?: number | null;
                        /** @default null */
                        picture?: string | null;
                        /** @default null */
                        seats?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a year is with its large activities and those of broad participation */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            large: {
                                held: number;
                                planned: number;
                                needed: number;
                            };
                            broad: {
                                held: number;
                                planned: number;
                                needed: number;
                            };
                            waiting: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an activity may be, where, of which series, and who sees to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: {
                                value: string;
                                label: string;
                            }[];
                            themes: string[];
                            audiences: string[];
                            series: {
                                id: string;
                                name: string;
                                theme: string;
                                editions: string[];
                            }[];
                            officers: string[];
                            organisers: string[];
                            daysOff: string[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records/{activityId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a draft before those who approve */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records/{activityId}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what was put forward */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records/{activityId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw a draft away */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records/{activityId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an activity public */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activity-records/{activityId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft back to who wrote it, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            title: string;
                            /** @enum {string} */
                            kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                            kindName: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "published" | "withdrawn";
                            stateName: string;
                            startsAt: string;
                            endsAt: string;
                            place: string;
                            host: string;
                            officer: string;
                            seriesId: string | null;
                            seriesName: string | null;
                            edition: string;
                            themes: string[];
                            large: boolean;
                            broad: boolean;
                            seats: number | null;
                            enrolled: number;
                            sessionCount: number;
                            people: number;
                            personTimes: number;
                            summary: string;
                            organisers: string[];
                            audiences: string[];
                            minAge: number | null;
                            maxAge: number | null;
                            picture: string | null;
                            venueId: string | null;
                            sessions: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                venueId: string | null;
                                bookingId: string | null;
                                reserved: boolean;
                                attended: number;
                                headcount: number | null;
                            }[];
                            decisions: {
                                /** @enum {string} */
                                act: "submitted" | "recalled" | "approved" | "returned" | "changed";
                                actName: string;
                                byName: string;
                                at: string;
                                reason: string;
                            }[];
                            actions: ("save" | "submit" | "recall" | "approve" | "return" | "discard" | "withdraw" | "again")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Series of a community, what comes next first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                name: string;
                                /** @enum {string} */
                                kind: "gala" | "festival" | "tour" | "residence" | "university" | "course" | "market" | "reading" | "contest";
                                kindName: string;
                                theme: string;
                                story: string;
                                picture: string | null;
                                held: number;
                                planned: number;
                                nextAt: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Begin a series */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "gala" | "festival" | "tour" | "residence" | "university" | "course" | "market" | "reading" | "contest";
                        /** @default  */
                        theme?: string;
                        /** @default  */
                        story?: string;
                        /** @default null */
                        picture?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "gala" | "festival" | "tour" | "residence" | "university" | "course" | "market" | "reading" | "contest";
                            kindName: string;
                            theme: string;
                            story: string;
                            picture: string | null;
                            held: number;
                            planned: number;
                            nextAt: string | null;
                            areaName: string;
                            year: number;
                            fixed: {
                                name: string;
                                activityId: string | null;
                                isOver: boolean;
                            }[];
                            coming: {
                                id: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                edition: string;
                                summary: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                organisers: string[];
                                picture: string | null;
                                sessionCount: number;
                                places: string[];
                                isOver: boolean;
                                enrolled: number;
                                people: number;
                                personTimes: number;
                            }[];
                            past: {
                                id: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                edition: string;
                                summary: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                organisers: string[];
                                picture: string | null;
                                sessionCount: number;
                                places: string[];
                                isOver: boolean;
                                enrolled: number;
                                people: number;
                                personTimes: number;
                            }[];
                            people: number;
                            personTimes: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/series/{seriesId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One series: what comes, what was, and how many came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    seriesId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "gala" | "festival" | "tour" | "residence" | "university" | "course" | "market" | "reading" | "contest";
                            kindName: string;
                            theme: string;
                            story: string;
                            picture: string | null;
                            held: number;
                            planned: number;
                            nextAt: string | null;
                            areaName: string;
                            year: number;
                            fixed: {
                                name: string;
                                activityId: string | null;
                                isOver: boolean;
                            }[];
                            coming: {
                                id: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                edition: string;
                                summary: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                organisers: string[];
                                picture: string | null;
                                sessionCount: number;
                                places: string[];
                                isOver: boolean;
                                enrolled: number;
                                people: number;
                                personTimes: number;
                            }[];
                            past: {
                                id: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                edition: string;
                                summary: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                organisers: string[];
                                picture: string | null;
                                sessionCount: number;
                                places: string[];
                                isOver: boolean;
                                enrolled: number;
                                people: number;
                                personTimes: number;
                            }[];
                            people: number;
                            personTimes: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Write a series anew */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    seriesId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "gala" | "festival" | "tour" | "residence" | "university" | "course" | "market" | "reading" | "contest";
                        /** @default  */
                        theme?: string;
                        /** @default  */
                        story?: string;
                        /** @default null */
                        picture?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "gala" | "festival" | "tour" | "residence" | "university" | "course" | "market" | "reading" | "contest";
                            kindName: string;
                            theme: string;
                            story: string;
                            picture: string | null;
                            held: number;
                            planned: number;
                            nextAt: string | null;
                            areaName: string;
                            year: number;
                            fixed: {
                                name: string;
                                activityId: string | null;
                                isOver: boolean;
                            }[];
                            coming: {
                                id: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                edition: string;
                                summary: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                organisers: string[];
                                picture: string | null;
                                sessionCount: number;
                                places: string[];
                                isOver: boolean;
                                enrolled: number;
                                people: number;
                                personTimes: number;
                            }[];
                            past: {
                                id: string;
                                title: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                edition: string;
                                summary: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                host: string;
                                organisers: string[];
                                picture: string | null;
                                sessionCount: number;
                                places: string[];
                                isOver: boolean;
                                enrolled: number;
                                people: number;
                                personTimes: number;
                            }[];
                            people: number;
                            personTimes: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/festivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Our festivals of a year and what is planned for each */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            items: {
                                name: string;
                                day: string;
                                daysLeft: number;
                                picture: string;
                                custom: string;
                                activities: {
                                    id: string;
                                    title: string;
                                    startsAt: string;
                                    stateName: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/stalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stalls of a market day */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            services: string[];
                            items: {
                                id: string;
                                name: string;
                                service: string;
                                keeper: string;
                                words: string;
                                /** @enum {string} */
                                state: "asked" | "accepted" | "refused" | "withdrawn";
                                stateName: string;
                                position: number | null;
                                served: number | null;
                                reason: string;
                                mine: boolean;
                            }[];
                            served: number;
                            actions: ("ask" | "decide" | "count")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Ask for a stall */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        service: string;
                        keeper: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            services: string[];
                            items: {
                                id: string;
                                name: string;
                                service: string;
                                keeper: string;
                                words: string;
                                /** @enum {string} */
                                state: "asked" | "accepted" | "refused" | "withdrawn";
                                stateName: string;
                                position: number | null;
                                served: number | null;
                                reason: string;
                                mine: boolean;
                            }[];
                            served: number;
                            actions: ("ask" | "decide" | "count")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/stalls/{stallId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a stall back */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                    stallId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/stalls/{stallId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or refuse a stall */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                    stallId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "accept";
                    } | {
                        /** @enum {string} */
                        act: "refuse";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            services: string[];
                            items: {
                                id: string;
                                name: string;
                                service: string;
                                keeper: string;
                                words: string;
                                /** @enum {string} */
                                state: "asked" | "accepted" | "refused" | "withdrawn";
                                stateName: string;
                                position: number | null;
                                served: number | null;
                                reason: string;
                                mine: boolean;
                            }[];
                            served: number;
                            actions: ("ask" | "decide" | "count")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/stalls/{stallId}/served": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep how many a stall served */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                    stallId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        served: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            services: string[];
                            items: {
                                id: string;
                                name: string;
                                service: string;
                                keeper: string;
                                words: string;
                                /** @enum {string} */
                                state: "asked" | "accepted" | "refused" | "withdrawn";
                                stateName: string;
                                position: number | null;
                                served: number | null;
                                reason: string;
                                mine: boolean;
                            }[];
                            served: number;
                            actions: ("ask" | "decide" | "count")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/contest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contest with its works, and what may be done now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            activityId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            stage: "open" | "judging" | "judged";
                            stageName: string;
                            entriesUntil: string;
                            criteria: {
                                name: string;
                                points: number;
                            }[];
                            bands: {
                                name: string;
                                entries: number;
                            }[];
                            honours: string[];
                            jurors: {
                                name: string;
                                judged: number;
                            }[];
                            jurorIds: string[];
                            entries: {
                                id: string;
                                number: number;
                                title: string;
                                words: string;
                                picture: string | null;
                                band: string;
                                signed: string;
                                honour: string;
                                mine: boolean;
                                myPoints: number[] | null;
                                meanTenths: number | null;
                                judged: number | null;
                            }[];
                            actions: ("set" | "enter" | "score" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Say how a contest takes entries and is judged */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        criteria: {
                            name: string;
                            points: number;
                        }[];
                        bands: string[];
                        honours: string[];
                        /** Format: date-time */
                        entriesUntil: string;
                        jurorIds: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            set: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/contest/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a work in */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        words?: string;
                        /** @default null */
                        picture?: string | null;
                        band: string;
                        signed: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            activityId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            stage: "open" | "judging" | "judged";
                            stageName: string;
                            entriesUntil: string;
                            criteria: {
                                name: string;
                                points: number;
                            }[];
                            bands: {
                                name: string;
                                entries: number;
                            }[];
                            honours: string[];
                            jurors: {
                                name: string;
                                judged: number;
                            }[];
                            jurorIds: string[];
                            entries: {
                                id: string;
                                number: number;
                                title: string;
                                words: string;
                                picture: string | null;
                                band: string;
                                signed: string;
                                honour: string;
                                mine: boolean;
                                myPoints: number[] | null;
                                meanTenths: number | null;
                                judged: number | null;
                            }[];
                            actions: ("set" | "enter" | "score" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/contest/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take my work back */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/jurors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be asked to judge */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/contest/entries/{entryId}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What a juror gives a work */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        points: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            activityId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            stage: "open" | "judging" | "judged";
                            stageName: string;
                            entriesUntil: string;
                            criteria: {
                                name: string;
                                points: number;
                            }[];
                            bands: {
                                name: string;
                                entries: number;
                            }[];
                            honours: string[];
                            jurors: {
                                name: string;
                                judged: number;
                            }[];
                            jurorIds: string[];
                            entries: {
                                id: string;
                                number: number;
                                title: string;
                                words: string;
                                picture: string | null;
                                band: string;
                                signed: string;
                                honour: string;
                                mine: boolean;
                                myPoints: number[] | null;
                                meanTenths: number | null;
                                judged: number | null;
                            }[];
                            actions: ("set" | "enter" | "score" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/activities/{activityId}/contest/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the result stand and honour the best of each band */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            activityId: string;
                            title: string;
                            summary: string;
                            /** @enum {string} */
                            stage: "open" | "judging" | "judged";
                            stageName: string;
                            entriesUntil: string;
                            criteria: {
                                name: string;
                                points: number;
                            }[];
                            bands: {
                                name: string;
                                entries: number;
                            }[];
                            honours: string[];
                            jurors: {
                                name: string;
                                judged: number;
                            }[];
                            jurorIds: string[];
                            entries: {
                                id: string;
                                number: number;
                                title: string;
                                words: string;
                                picture: string | null;
                                band: string;
                                signed: string;
                                honour: string;
                                mine: boolean;
                                myPoints: number[] | null;
                                meanTenths: number | null;
                                judged: number | null;
                            }[];
                            actions: ("set" | "enter" | "score" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reading wall: which family read what, and how many days in a row */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaName: string;
                            today: string;
                            items: {
                                family: string;
                                book: string;
                                words: string;
                                day: string;
                                at: string;
                                streakDays: number;
                            }[];
                            familiesToday: number;
                            familiesMonth: number;
                            readingsMonth: number;
                            longest: {
                                family: string;
                                streakDays: number;
                            }[];
                            books: {
                                book: string;
                                families: number;
                            }[];
                            mine: {
                                family: string;
                                readToday: boolean;
                                streakDays: number;
                                totalDays: number;
                                lastBook: string;
                                days: {
                                    day: string;
                                    read: boolean;
                                }[];
                            } | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Check my family in for today */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        book: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaName: string;
                            today: string;
                            items: {
                                family: string;
                                book: string;
                                words: string;
                                day: string;
                                at: string;
                                streakDays: number;
                            }[];
                            familiesToday: number;
                            familiesMonth: number;
                            readingsMonth: number;
                            longest: {
                                family: string;
                                streakDays: number;
                            }[];
                            books: {
                                book: string;
                                families: number;
                            }[];
                            mine: {
                                family: string;
                                readToday: boolean;
                                streakDays: number;
                                totalDays: number;
                                lastBook: string;
                                days: {
                                    day: string;
                                    read: boolean;
                                }[];
                            } | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venues/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One venue by its short public code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            parentId: string | null;
                            name: string;
                            kind: string;
                            indoor: boolean;
                            sizeTenths: number | null;
                            place: string;
                            buildingId: string | null;
                            lng: number | null;
                            lat: number | null;
                            /** @enum {string} */
                            ownerKind: "community" | "unit";
                            ownerName: string;
                            operator: string;
                            free: boolean;
                            functions: string[];
                            capacity: number | null;
                            picture: string;
                            bookable: boolean;
                            closedOn: string | null;
                            weeklyMinutes: number;
                            open: {
                                isOpen: boolean;
                                zone: string;
                                name: string;
                            } | null;
                            areaName: string;
                            shortPath: string;
                            parent: {
                                id: string;
                                name: string;
                            } | null;
                            rooms: {
                                id: string;
                                areaId: string;
                                parentId: string | null;
                                name: string;
                                kind: string;
                                indoor: boolean;
                                sizeTenths: number | null;
                                place: string;
                                buildingId: string | null;
                                lng: number | null;
                                lat: number | null;
                                /** @enum {string} */
                                ownerKind: "community" | "unit";
                                ownerName: string;
                                operator: string;
                                free: boolean;
                                functions: string[];
                                capacity: number | null;
                                picture: string;
                                bookable: boolean;
                                closedOn: string | null;
                                weeklyMinutes: number;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            }[];
                            ownPoint: {
                                lng: number;
                                lat: number;
                            } | null;
                            ownerTerms: string;
                            story: string;
                            usedBefore: string;
                            pictureBefore: string | null;
                            sizeBeforeTenths: number | null;
                            rules: {
                                who: ("resident" | "team" | "staff")[];
                                shortestMinutes: number;
                                longestMinutes: number;
                                stepMinutes: number;
                                earliestDays: number;
                                latestHours: number;
                                openPerPerson: number;
                                approval: boolean;
                                noShowsAllowed: number;
                            } | null;
                            closedWhy: string;
                            position: number;
                            revision: number;
                            hours: {
                                weekday: number;
                                opens: number;
                                closes: number;
                                /** @default  */
                                zone: string;
                            }[];
                            exceptions: {
                                /** Format: date */
                                day: string;
                                opens: number | null;
                                closes: number | null;
                                /** @default  */
                                zone: string;
                                /** @default  */
                                reason: string;
                            }[];
                            hoursOf: {
                                id: string;
                                name: string;
                            } | null;
                            week: {
                                day: string;
                                openings: {
                                    from: number;
                                    to: number;
                                    zone: string;
                                }[];
                                reason: string;
                            }[];
                            weekMinutes: number;
                            actions: ("edit" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/venue-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of venues, what they do, and what a 15-minute circle must hold */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: {
                                name: string;
                                en: string;
                                picture: string;
                                /** @default false */
                                outdoor: boolean;
                            }[];
                            functions: {
                                group: string;
                                en: string;
                                words: {
                                    name: string;
                                    en: string;
                                }[];
                            }[];
                            weekly: {
                                hours: number;
                                kinds: string[];
                            };
                            circle: {
                                minutes: number;
                                needs: {
                                    name: string;
                                    en: string;
                                    kinds: string[];
                                }[];
                                wanted: string[];
                                stations: string[];
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Venues of a community */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    function?: string;
                    q?: string;
                    bookable?: "true" | "false";
                    open?: "true" | "false";
                    closed?: "true" | "false";
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                parentId: string | null;
                                name: string;
                                kind: string;
                                indoor: boolean;
                                sizeTenths: number | null;
                                place: string;
                                buildingId: string | null;
                                lng: number | null;
                                lat: number | null;
                                /** @enum {string} */
                                ownerKind: "community" | "unit";
                                ownerName: string;
                                operator: string;
                                free: boolean;
                                functions: string[];
                                capacity: number | null;
                                picture: string;
                                bookable: boolean;
                                closedOn: string | null;
                                weeklyMinutes: number;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Open a venue */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        kind: string;
                        /** @default null */
                        parentId?: string | null;
                        indoor: boolean;
                        /** @default null */
                        sizeTenths?: number | null;
                        /** @default  */
                        place?: string;
                        /** @default null */
                        buildingId?: string | null;
                        /** @default null */
                        lng?: number | null;
                        /** @default null */
                        lat?: number | null;
                        /**
                         * @default community
                         * @enum {string}
                         */
                        ownerKind?: "community" | "unit";
                        /** @default  */
                        ownerName?: string;
                        /** @default  */
                        ownerTerms?: string;
                        /** @default  */
                        operator?: string;
                        /** @default true */
                        free?: boolean;
                        /** @default [] */
                        functions?: string[];
                        /** @default null */
                        capacity?: number | null;
                        /** @default  */
                        story?: string;
                        /** @default null */
                        picture?: string | null;
                        /** @default  */
                        usedBefore?: string;
                        /** @default null */
                        pictureBefore?: string | null;
                        /** @default null */
                        sizeBeforeTenths?: number | null;
                        /** @default false */
                        bookable?: boolean;
                        /** @default null */
                        rules?: {
                            who: ("resident" | "team" | "staff")[];
                            shortestMinutes: number;
                            longestMinutes: number;
                            stepMinutes: number;
                            earliestDays: number;
                            latestHours: number;
                            openPerPerson: number;
                            approval: boolean;
                            noShowsAllowed: number;
                        } | null;
                        /** @default 0 */
                        position?: number;
                        /** @default [] */
                        hours?: {
                            weekday: number;
                            opens: number;
                            closes: number;
                            /** @default  */
                            zone?: string;
                        }[];
                        /** @default [] */
                        exceptions?: {
                            /** Format: date */
                            day: string;
                            opens: number | null;
                            closes: number | null;
                            /** @default  */
                            zone?: string;
                            /** @default  */
                            reason?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            parentId: string | null;
                            name: string;
                            kind: string;
                            indoor: boolean;
                            sizeTenths: number | null;
                            place: string;
                            buildingId: string | null;
                            lng: number | null;
                            lat: number | null;
                            /** @enum {string} */
                            ownerKind: "community" | "unit";
                            ownerName: string;
                            operator: string;
                            free: boolean;
                            functions: string[];
                            capacity: number | null;
                            picture: string;
                            bookable: boolean;
                            closedOn: string | null;
                            weeklyMinutes: number;
                            open: {
                                isOpen: boolean;
                                zone: string;
                                name: string;
                            } | null;
                            areaName: string;
                            shortPath: string;
                            parent: {
                                id: string;
                                name: string;
                            } | null;
                            rooms: {
                                id: string;
                                areaId: string;
                                parentId: string | null;
                                name: string;
                                kind: string;
                                indoor: boolean;
                                sizeTenths: number | null;
                                place: string;
                                buildingId: string | null;
                                lng: number | null;
                                lat: number | null;
                                /** @enum {string} */
                                ownerKind: "community" | "unit";
                                ownerName: string;
                                operator: string;
                                free: boolean;
                                functions: string[];
                                capacity: number | null;
                                picture: string;
                                bookable: boolean;
                                closedOn: string | null;
                                weeklyMinutes: number;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            }[];
                            ownPoint: {
                                lng: number;
                                lat: number;
                            } | null;
                            ownerTerms: string;
                            story: string;
                            usedBefore: string;
                            pictureBefore: string | null;
                            sizeBeforeTenths: number | null;
                            rules: {
                                who: ("resident" | "team" | "staff")[];
                                shortestMinutes: number;
                                longestMinutes: number;
                                stepMinutes: number;
                                earliestDays: number;
                                latestHours: number;
                                openPerPerson: number;
                                approval: boolean;
                                noShowsAllowed: number;
                            } | null;
                            closedWhy: string;
                            position: number;
                            revision: number;
                            hours: {
                                weekday: number;
                                opens: number;
                                closes: number;
                                /** @default  */
                                zone: string;
                            }[];
                            exceptions: {
                                /** Format: date */
                                day: string;
                                opens: number | null;
                                closes: number | null;
                                /** @default  */
                                zone: string;
                                /** @default  */
                                reason: string;
                            }[];
                            hoursOf: {
                                id: string;
                                name: string;
                            } | null;
                            week: {
                                day: string;
                                openings: {
                                    from: number;
                                    to: number;
                                    zone: string;
                                }[];
                                reason: string;
                            }[];
                            weekMinutes: number;
                            actions: ("edit" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Venues of a community as GeoJSON */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            type: "FeatureCollection";
                            features: {
                                /** @enum {string} */
                                type: "Feature";
                                id: string;
                                geometry: {
                                    /** @enum {string} */
                                    type: "Point";
                                    coordinates: [
                                        number,
                                        number
                                    ];
                                };
                                properties: {
                                    name: string;
                                    kind: string;
                                    place: string;
                                    bookable: boolean;
                                    open: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/circle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What lies within 15 minutes on foot, and what is missing */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            minutes: number;
                            needs: {
                                buildings: number;
                                reached: number;
                                beyond: {
                                    id: string;
                                    label: string;
                                    minutes: number | null;
                                }[];
                                name: string;
                                kinds: string[];
                                isWithin: boolean;
                                places: {
                                    areaId: string;
                                    id: string;
                                    name: string;
                                    kind: string;
                                    areaName: string | null;
                                }[];
                            }[];
                            missing: string[];
                            wanted: {
                                kind: string;
                                places: {
                                    areaId: string;
                                    id: string;
                                    name: string;
                                    kind: string;
                                    areaName: string | null;
                                }[];
                            }[];
                            stations: {
                                buildings: number;
                                reached: number;
                                beyond: {
                                    id: string;
                                    label: string;
                                    minutes: number | null;
                                }[];
                                places: {
                                    areaId: string;
                                    id: string;
                                    name: string;
                                    kind: string;
                                    areaName: string | null;
                                }[];
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/{venueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One venue with its rooms and its week */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            parentId: string | null;
                            name: string;
                            kind: string;
                            indoor: boolean;
                            sizeTenths: number | null;
                            place: string;
                            buildingId: string | null;
                            lng: number | null;
                            lat: number | null;
                            /** @enum {string} */
                            ownerKind: "community" | "unit";
                            ownerName: string;
                            operator: string;
                            free: boolean;
                            functions: string[];
                            capacity: number | null;
                            picture: string;
                            bookable: boolean;
                            closedOn: string | null;
                            weeklyMinutes: number;
                            open: {
                                isOpen: boolean;
                                zone: string;
                                name: string;
                            } | null;
                            areaName: string;
                            shortPath: string;
                            parent: {
                                id: string;
                                name: string;
                            } | null;
                            rooms: {
                                id: string;
                                areaId: string;
                                parentId: string | null;
                                name: string;
                                kind: string;
                                indoor: boolean;
                                sizeTenths: number | null;
                                place: string;
                                buildingId: string | null;
                                lng: number | null;
                                lat: number | null;
                                /** @enum {string} */
                                ownerKind: "community" | "unit";
                                ownerName: string;
                                operator: string;
                                free: boolean;
                                functions: string[];
                                capacity: number | null;
                                picture: string;
                                bookable: boolean;
                                closedOn: string | null;
                                weeklyMinutes: number;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            }[];
                            ownPoint: {
                                lng: number;
                                lat: number;
                            } | null;
                            ownerTerms: string;
                            story: string;
                            usedBefore: string;
                            pictureBefore: string | null;
                            sizeBeforeTenths: number | null;
                            rules: {
                                who: ("resident" | "team" | "staff")[];
                                shortestMinutes: number;
                                longestMinutes: number;
                                stepMinutes: number;
                                earliestDays: number;
                                latestHours: number;
                                openPerPerson: number;
                                approval: boolean;
                                noShowsAllowed: number;
                            } | null;
                            closedWhy: string;
                            position: number;
                            revision: number;
                            hours: {
                                weekday: number;
                                opens: number;
                                closes: number;
                                /** @default  */
                                zone: string;
                            }[];
                            exceptions: {
                                /** Format: date */
                                day: string;
                                opens: number | null;
                                closes: number | null;
                                /** @default  */
                                zone: string;
                                /** @default  */
                                reason: string;
                            }[];
                            hoursOf: {
                                id: string;
                                name: string;
                            } | null;
                            week: {
                                day: string;
                                openings: {
                                    from: number;
                                    to: number;
                                    zone: string;
                                }[];
                                reason: string;
                            }[];
                            weekMinutes: number;
                            actions: ("edit" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Change a venue with its times */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        kind: string;
                        /** @default null */
                        parentId?: string | null;
                        indoor: boolean;
                        /** @default null */
                        sizeTenths?: number | null;
                        /** @default  */
                        place?: string;
                        /** @default null */
                        buildingId?: string | null;
                        /** @default null */
                        lng?: number | null;
                        /** @default null */
                        lat?: number | null;
                        /**
                         * @default community
                         * @enum {string}
                         */
                        ownerKind?: "community" | "unit";
                        /** @default  */
                        ownerName?: string;
                        /** @default  */
                        ownerTerms?: string;
                        /** @default  */
                        operator?: string;
                        /** @default true */
                        free?: boolean;
                        /** @default [] */
                        functions?: string[];
                        /** @default null */
                        capacity?: number | null;
                        /** @default  */
                        story?: string;
                        /** @default null */
                        picture?: string | null;
                        /** @default  */
                        usedBefore?: string;
                        /** @default null */
                        pictureBefore?: string | null;
                        /** @default null */
                        sizeBeforeTenths?: number | null;
                        /** @default false */
                        bookable?: boolean;
                        /** @default null */
                        rules?: {
                            who: ("resident" | "team" | "staff")[];
                            shortestMinutes: number;
                            longestMinutes: number;
                            stepMinutes: number;
                            earliestDays: number;
                            latestHours: number;
                            openPerPerson: number;
                            approval: boolean;
                            noShowsAllowed: number;
                        } | null;
                        /** @default 0 */
                        position?: number;
                        /** @default [] */
                        hours?: {
                            weekday: number;
                            opens: number;
                            closes: number;
                            /** @default  */
                            zone?: string;
                        }[];
                        /** @default [] */
                        exceptions?: {
                            /** Format: date */
                            day: string;
                            opens: number | null;
                            closes: number | null;
                            /** @default  */
                            zone?: string;
                            /** @default  */
                            reason?: string;
                        }[];
                        revision: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            parentId: string | null;
                            name: string;
                            kind: string;
                            indoor: boolean;
                            sizeTenths: number | null;
                            place: string;
                            buildingId: string | null;
                            lng: number | null;
                            lat: number | null;
                            /** @enum {string} */
                            ownerKind: "community" | "unit";
                            ownerName: string;
                            operator: string;
                            free: boolean;
                            functions: string[];
                            capacity: number | null;
                            picture: string;
                            bookable: boolean;
                            closedOn: string | null;
                            weeklyMinutes: number;
                            open: {
                                isOpen: boolean;
                                zone: string;
                                name: string;
                            } | null;
                            areaName: string;
                            shortPath: string;
                            parent: {
                                id: string;
                                name: string;
                            } | null;
                            rooms: {
                                id: string;
                                areaId: string;
                                parentId: string | null;
                                name: string;
                                kind: string;
                                indoor: boolean;
                                sizeTenths: number | null;
                                place: string;
                                buildingId: string | null;
                                lng: number | null;
                                lat: number | null;
                                /** @enum {string} */
                                ownerKind: "community" | "unit";
                                ownerName: string;
                                operator: string;
                                free: boolean;
                                functions: string[];
                                capacity: number | null;
                                picture: string;
                                bookable: boolean;
                                closedOn: string | null;
                                weeklyMinutes: number;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            }[];
                            ownPoint: {
                                lng: number;
                                lat: number;
                            } | null;
                            ownerTerms: string;
                            story: string;
                            usedBefore: string;
                            pictureBefore: string | null;
                            sizeBeforeTenths: number | null;
                            rules: {
                                who: ("resident" | "team" | "staff")[];
                                shortestMinutes: number;
                                longestMinutes: number;
                                stepMinutes: number;
                                earliestDays: number;
                                latestHours: number;
                                openPerPerson: number;
                                approval: boolean;
                                noShowsAllowed: number;
                            } | null;
                            closedWhy: string;
                            position: number;
                            revision: number;
                            hours: {
                                weekday: number;
                                opens: number;
                                closes: number;
                                /** @default  */
                                zone: string;
                            }[];
                            exceptions: {
                                /** Format: date */
                                day: string;
                                opens: number | null;
                                closes: number | null;
                                /** @default  */
                                zone: string;
                                /** @default  */
                                reason: string;
                            }[];
                            hoursOf: {
                                id: string;
                                name: string;
                            } | null;
                            week: {
                                day: string;
                                openings: {
                                    from: number;
                                    to: number;
                                    zone: string;
                                }[];
                                reason: string;
                            }[];
                            weekMinutes: number;
                            actions: ("edit" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/{venueId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a venue for good, with the rooms inside it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            parentId: string | null;
                            name: string;
                            kind: string;
                            indoor: boolean;
                            sizeTenths: number | null;
                            place: string;
                            buildingId: string | null;
                            lng: number | null;
                            lat: number | null;
                            /** @enum {string} */
                            ownerKind: "community" | "unit";
                            ownerName: string;
                            operator: string;
                            free: boolean;
                            functions: string[];
                            capacity: number | null;
                            picture: string;
                            bookable: boolean;
                            closedOn: string | null;
                            weeklyMinutes: number;
                            open: {
                                isOpen: boolean;
                                zone: string;
                                name: string;
                            } | null;
                            areaName: string;
                            shortPath: string;
                            parent: {
                                id: string;
                                name: string;
                            } | null;
                            rooms: {
                                id: string;
                                areaId: string;
                                parentId: string | null;
                                name: string;
                                kind: string;
                                indoor: boolean;
                                sizeTenths: number | null;
                                place: string;
                                buildingId: string | null;
                                lng: number | null;
                                lat: number | null;
                                /** @enum {string} */
                                ownerKind: "community" | "unit";
                                ownerName: string;
                                operator: string;
                                free: boolean;
                                functions: string[];
                                capacity: number | null;
                                picture: string;
                                bookable: boolean;
                                closedOn: string | null;
                                weeklyMinutes: number;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            }[];
                            ownPoint: {
                                lng: number;
                                lat: number;
                            } | null;
                            ownerTerms: string;
                            story: string;
                            usedBefore: string;
                            pictureBefore: string | null;
                            sizeBeforeTenths: number | null;
                            rules: {
                                who: ("resident" | "team" | "staff")[];
                                shortestMinutes: number;
                                longestMinutes: number;
                                stepMinutes: number;
                                earliestDays: number;
                                latestHours: number;
                                openPerPerson: number;
                                approval: boolean;
                                noShowsAllowed: number;
                            } | null;
                            closedWhy: string;
                            position: number;
                            revision: number;
                            hours: {
                                weekday: number;
                                opens: number;
                                closes: number;
                                /** @default  */
                                zone: string;
                            }[];
                            exceptions: {
                                /** Format: date */
                                day: string;
                                opens: number | null;
                                closes: number | null;
                                /** @default  */
                                zone: string;
                                /** @default  */
                                reason: string;
                            }[];
                            hoursOf: {
                                id: string;
                                name: string;
                            } | null;
                            week: {
                                day: string;
                                openings: {
                                    from: number;
                                    to: number;
                                    zone: string;
                                }[];
                                reason: string;
                            }[];
                            weekMinutes: number;
                            actions: ("edit" | "close")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every venue as an Excel file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open, taken and free of many venues on some days */
        get: {
            parameters: {
                query: {
                    from: string;
                    days?: number;
                    venueIds?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            venues: {
                                id: string;
                                parentId: string | null;
                                name: string;
                                capacity: number | null;
                                days: {
                                    day: string;
                                    openings: {
                                        from: number;
                                        to: number;
                                        zone: string;
                                    }[];
                                    taken: {
                                        from: number;
                                        to: number;
                                    }[];
                                    free: {
                                        from: number;
                                        to: number;
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/{venueId}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The days and times a venue can be booked, and what is near */
        get: {
            parameters: {
                query?: {
                    day?: string;
                    minutes?: number;
                    near?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            venueId: string;
                            areaId: string;
                            venueName: string;
                            venuePlace: string;
                            venuePicture: string;
                            capacity: number | null;
                            free: boolean;
                            ownerName: string;
                            rules: string[];
                            lengths: number[];
                            minutes: number;
                            day: string;
                            days: {
                                day: string;
                                name: string;
                                open: boolean;
                                free: number;
                            }[];
                            slots: {
                                startsAt: string;
                                endsAt: string;
                                from: number;
                                to: number;
                                free: boolean;
                                waiting: number;
                            }[];
                            zones: string[];
                            nearest: {
                                venueId: string;
                                venueName: string;
                                startsAt: string;
                                endsAt: string;
                                time: string;
                            }[];
                            refused: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/{venueId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a venue, or wait for it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        startsAt: string;
                        minutes: number;
                        /** @default  */
                        title?: string;
                        people?: number;
                        /** @default false */
                        wait?: boolean;
                        holderName?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have booked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                venueId: string;
                                venueName: string;
                                venuePlace: string;
                                startsAt: string;
                                endsAt: string;
                                time: string;
                                /** @enum {string} */
                                state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                                stateName: string;
                                /** @enum {string} */
                                holderKind: "person" | "activity" | "team" | "closure";
                                holderId: string | null;
                                holderName: string;
                                title: string;
                                people: number | null;
                                zone: string;
                                reason: string;
                                askedAt: string;
                                checkedInAt: string | null;
                                waitingPlace: number;
                                mine: boolean;
                                actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One booking, for its person and for staff */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    bookingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a booking back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    bookingId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bookings of some days */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    venueId?: string;
                    state?: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                venueId: string;
                                venueName: string;
                                venuePlace: string;
                                startsAt: string;
                                endsAt: string;
                                time: string;
                                /** @enum {string} */
                                state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                                stateName: string;
                                /** @enum {string} */
                                holderKind: "person" | "activity" | "team" | "closure";
                                holderId: string | null;
                                holderName: string;
                                title: string;
                                people: number | null;
                                zone: string;
                                reason: string;
                                askedAt: string;
                                checkedInAt: string | null;
                                waitingPlace: number;
                                mine: boolean;
                                actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bookings of some days as an Excel file */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    venueId?: string;
                    state?: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings/{bookingId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a booking */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    bookingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings/{bookingId}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that they came */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    bookingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings/{bookingId}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that nobody came, and free the rest of the time */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    bookingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/bookings/{bookingId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a booking, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    bookingId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/{venueId}/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a venue for repair: its bookings are moved or cancelled, and told */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        reason: string;
                        /** Format: uuid */
                        moveTo?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            moved: number;
                            cancelled: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/{venueId}/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The code the door shows now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            venueId: string;
                            venueName: string;
                            pass: string;
                            url: string;
                            nextSeconds: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/venues/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check in by the code of the door */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pass: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            venueId: string;
                            venueName: string;
                            venuePlace: string;
                            startsAt: string;
                            endsAt: string;
                            time: string;
                            /** @enum {string} */
                            state: "waiting" | "pending" | "confirmed" | "refused" | "cancelled" | "done" | "no-show";
                            stateName: string;
                            /** @enum {string} */
                            holderKind: "person" | "activity" | "team" | "closure";
                            holderId: string | null;
                            holderName: string;
                            title: string;
                            people: number | null;
                            zone: string;
                            reason: string;
                            askedAt: string;
                            checkedInAt: string | null;
                            waitingPlace: number;
                            mine: boolean;
                            actions: ("confirm" | "refuse" | "cancel" | "check-in" | "no-show")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/nearby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes place on a day within fifteen minutes on foot */
        get: {
            parameters: {
                query?: {
                    day?: string;
                    at?: string;
                    reach?: "walk" | "all";
                    kind?: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            origin: {
                                label: string;
                                point: {
                                    lng: number;
                                    lat: number;
                                } | null;
                                exact: boolean;
                            };
                            day: string;
                            days: {
                                day: string;
                                count: number;
                            }[];
                            kinds: {
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                name: string;
                                count: number;
                            }[];
                            items: {
                                sessionId: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                point: {
                                    lng: number;
                                    lat: number;
                                } | null;
                                walkMinutes: number | null;
                                areaName: string;
                                activity: {
                                    id: string;
                                    areaId: string;
                                    title: string;
                                    summary: string;
                                    /** @enum {string} */
                                    kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                    kindName: string;
                                    place: string;
                                    buildingId: string | null;
                                    startsAt: string;
                                    endsAt: string;
                                    host: string;
                                    picture: string | null;
                                    seats: number | null;
                                    enrolled: number;
                                    waiting: number;
                                    seatsLeft: number | null;
                                    /** @enum {string} */
                                    state: "open" | "full" | "free" | "begun" | "over";
                                    stateName: string;
                                    mine: boolean;
                                    seriesId: string | null;
                                    edition: string;
                                    venueId: string | null;
                                    teamId: string | null;
                                    lng: number | null;
                                    lat: number | null;
                                    themes: string[];
                                    audiences: string[];
                                    large: boolean;
                                    broad: boolean;
                                    minAge: number | null;
                                    maxAge: number | null;
                                    organisers: string[];
                                };
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every brand under an area, by district */
        get: {
            parameters: {
                query?: {
                    area?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            districts: {
                                name: string;
                                brands: {
                                    areaId: string;
                                    areaName: string;
                                    districtName: string;
                                    name: string;
                                    slogan: string;
                                    words: string[];
                                    picture: {
                                        address: string;
                                        drawn: boolean;
                                    };
                                }[];
                            }[];
                            count: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brand of a community as it was approved */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            areaName: string;
                            districtName: string;
                            name: string;
                            slogan: string;
                            words: string[];
                            picture: {
                                address: string;
                                drawn: boolean;
                            };
                            id: string;
                            story: string;
                            pictures: {
                                address: string;
                                drawn: boolean;
                            }[];
                            owner: string;
                            startedOn: string | null;
                            space: {
                                id: string;
                                name: string;
                                kind: string;
                                place: string;
                                picture: string;
                                open: {
                                    isOpen: boolean;
                                    zone: string;
                                    name: string;
                                } | null;
                            } | null;
                            team: {
                                id: string;
                                name: string;
                                field: string;
                                members: number;
                            } | null;
                            next: {
                                id: string;
                                areaId: string;
                                title: string;
                                summary: string;
                                /** @enum {string} */
                                kind: "talk" | "culture" | "course" | "volunteer" | "festival" | "service" | "show" | "contest" | "exhibition" | "lecture" | "reading" | "market";
                                kindName: string;
                                place: string;
                                buildingId: string | null;
                                startsAt: string;
                                endsAt: string;
                                host: string;
                                picture: string | null;
                                seats: number | null;
                                enrolled: number;
                                waiting: number;
                                seatsLeft: number | null;
                                /** @enum {string} */
                                state: "open" | "full" | "free" | "begun" | "over";
                                stateName: string;
                                mine: boolean;
                                seriesId: string | null;
                                edition: string;
                                venueId: string | null;
                                teamId: string | null;
                                lng: number | null;
                                lat: number | null;
                                themes: string[];
                                audiences: string[];
                                large: boolean;
                                broad: boolean;
                                minAge: number | null;
                                maxAge: number | null;
                                organisers: string[];
                            }[];
                            figures: {
                                from: string;
                                to: string;
                                held: number;
                                people: number;
                                personTimes: number;
                                members: number | null;
                                works: number | null;
                                monthsActive: number;
                                months: {
                                    month: string;
                                    held: number;
                                }[];
                                warning: string | null;
                            };
                            proofs: {
                                id: string;
                                /** @enum {string} */
                                kind: "promotion" | "media";
                                kindName: string;
                                title: string;
                                givenBy: string;
                                givenOn: string;
                                link: string;
                                pictures: string[];
                            }[];
                            choice: {
                                voices: number;
                                theme: string | null;
                                isOpen: boolean;
                            } | null;
                            publishedAt: string;
                            groupText: string;
                            actions: "edit"[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Keep a draft of the brand */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        slogan: string;
                        /** @default [] */
                        words?: string[];
                        /** @default  */
                        story?: string;
                        /** @default [] */
                        pictures?: string[];
                        /** @default null */
                        venueId?: string | null;
                        /** @default null */
                        teamId?: string | null;
                        /** @default null */
                        seriesId?: string | null;
                        /** @default [] */
                        themes?: string[];
                        /** @default  */
                        owner?: string;
                        /** @default null */
                        startedOn?: string | null;
                        revision: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/face": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brand of a community and its open choice in a few words */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            brand: {
                                areaId: string;
                                areaName: string;
                                districtName: string;
                                name: string;
                                slogan: string;
                                words: string[];
                                picture: {
                                    address: string;
                                    drawn: boolean;
                                };
                            } | null;
                            choice: {
                                question: string;
                                closesOn: string;
                                voices: number;
                                mine: boolean;
                            } | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The year of a brand with everything its figures add up to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            areaName: string;
                            name: string;
                            figures: {
                                from: string;
                                to: string;
                                held: number;
                                people: number;
                                personTimes: number;
                                members: number | null;
                                works: number | null;
                                monthsActive: number;
                                months: {
                                    month: string;
                                    held: number;
                                }[];
                                warning: string | null;
                            };
                            activities: {
                                id: string;
                                title: string;
                                startsAt: string;
                                people: number;
                                personTimes: number;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The brand as the office sees it: draft, choice, year, proofs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            areaName: string;
                            brand: {
                                name: string;
                                slogan: string;
                                /** @default [] */
                                words: string[];
                                /** @default  */
                                story: string;
                                /** @default [] */
                                pictures: string[];
                                /** @default null */
                                venueId: string | null;
                                /** @default null */
                                teamId: string | null;
                                /** @default null */
                                seriesId: string | null;
                                /** @default [] */
                                themes: string[];
                                /** @default  */
                                owner: string;
                                /** @default null */
                                startedOn: string | null;
                                id: string;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "published" | "retired";
                                stateName: string;
                                revision: number;
                                publishedAt: string | null;
                                returnedWhy: string;
                                retiredWhy: string;
                                shownPictures: {
                                    address: string;
                                    drawn: boolean;
                                }[];
                            } | null;
                            shown: {
                                name: string;
                                slogan: string;
                                /** @default [] */
                                words: string[];
                                /** @default  */
                                story: string;
                                /** @default [] */
                                pictures: string[];
                                /** @default null */
                                venueId: string | null;
                                /** @default null */
                                teamId: string | null;
                                /** @default null */
                                seriesId: string | null;
                                /** @default [] */
                                themes: string[];
                                /** @default  */
                                owner: string;
                                /** @default null */
                                startedOn: string | null;
                            } | null;
                            figures: {
                                from: string;
                                to: string;
                                held: number;
                                people: number;
                                personTimes: number;
                                members: number | null;
                                works: number | null;
                                monthsActive: number;
                                months: {
                                    month: string;
                                    held: number;
                                }[];
                                warning: string | null;
                            } | null;
                            choice: {
                                id: string;
                                areaId: string;
                                areaName: string;
                                question: string;
                                closesOn: string;
                                /** @enum {string} */
                                state: "open" | "tied" | "decided";
                                themes: {
                                    id: string;
                                    title: string;
                                    why: string;
                                    picture: string;
                                    voices: number | null;
                                    won: boolean;
                                }[];
                                voices: number;
                                reason: string;
                                sentences: {
                                    theme: string;
                                    words: string;
                                }[];
                                mine: string | null;
                                actions: ("voice" | "sign-in" | "decide")[];
                                counts: {
                                    themeId: string;
                                    voices: number;
                                }[];
                                words: {
                                    id: string;
                                    theme: string;
                                    words: string;
                                    at: string;
                                    shown: boolean;
                                }[];
                            } | null;
                            proofs: {
                                id: string;
                                /** @enum {string} */
                                kind: "promotion" | "media";
                                kindName: string;
                                title: string;
                                givenBy: string;
                                givenOn: string;
                                link: string;
                                pictures: string[];
                            }[];
                            reviews: {
                                year: number;
                                /** @enum {string} */
                                verdict: "passed" | "warned";
                                words: string;
                                at: string;
                                byName: string;
                                figures: {
                                    from: string;
                                    to: string;
                                    held: number;
                                    people: number;
                                    personTimes: number;
                                    members: number | null;
                                    works: number | null;
                                    monthsActive: number;
                                    months: {
                                        month: string;
                                        held: number;
                                    }[];
                                    warning: string | null;
                                };
                            }[];
                            similar: {
                                areaId: string;
                                areaName: string;
                                name: string;
                                slogan: string;
                                /** @enum {string} */
                                because: "name" | "words";
                                percent: number;
                            }[];
                            series: {
                                id: string;
                                name: string;
                            }[];
                            survey: {
                                resources: {
                                    kind: string;
                                    count: number;
                                }[];
                                talents: {
                                    kind: string;
                                    count: number;
                                }[];
                            };
                            venues: {
                                id: string;
                                name: string;
                            }[];
                            teams: {
                                id: string;
                                name: string;
                            }[];
                            actions: ("edit" | "submit" | "approve" | "return" | "retire" | "choose" | "review")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Brands of other communities close to a name */
        get: {
            parameters: {
                query: {
                    name: string;
                    words?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                areaId: string;
                                areaName: string;
                                name: string;
                                slogan: string;
                                /** @enum {string} */
                                because: "name" | "words";
                                percent: number;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the draft to the secretary */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the submitted brand and show it to everybody */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the submitted brand back with a reason */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/retirement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the brand down */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The yearly review of a brand */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict: "passed" | "warned";
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a proof of promotion or publicity */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "promotion" | "media";
                        title: string;
                        givenBy: string;
                        /** Format: date */
                        givenOn: string;
                        /** @default  */
                        link?: "" | string;
                        /** @default [] */
                        pictures?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/proofs/{proofId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proof back */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    proofId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The choice of a theme, open or closed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            areaName: string;
                            question: string;
                            closesOn: string;
                            /** @enum {string} */
                            state: "open" | "tied" | "decided";
                            themes: {
                                id: string;
                                title: string;
                                why: string;
                                picture: string;
                                voices: number | null;
                                won: boolean;
                            }[];
                            voices: number;
                            reason: string;
                            sentences: {
                                theme: string;
                                words: string;
                            }[];
                            mine: string | null;
                            actions: ("voice" | "sign-in" | "decide")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/choices/{choiceId}/voices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give my voice to a theme */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    choiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        themeId: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            areaName: string;
                            question: string;
                            closesOn: string;
                            /** @enum {string} */
                            state: "open" | "tied" | "decided";
                            themes: {
                                id: string;
                                title: string;
                                why: string;
                                picture: string;
                                voices: number | null;
                                won: boolean;
                            }[];
                            voices: number;
                            reason: string;
                            sentences: {
                                theme: string;
                                words: string;
                            }[];
                            mine: string | null;
                            actions: ("voice" | "sign-in" | "decide")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a choice among themes */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        question: string;
                        /** Format: date */
                        closesOn: string;
                        themes: {
                            title: string;
                            /** @default  */
                            why?: string;
                            /** @default tea */
                            picture?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/choices/{choiceId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what came out of a choice */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    choiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        themeId: string;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/brand/voices/{voiceId}/shown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a sentence to everybody, or hide it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    voiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        shown: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams of a community, those that look for members first */
        get: {
            parameters: {
                query?: {
                    sort?: "文化" | "体育" | "志愿";
                    open?: "1";
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                name: string;
                                /** @enum {string} */
                                sort: "文化" | "体育" | "志愿";
                                field: string;
                                picture: string | null;
                                meets: string;
                                isOpen: boolean;
                                foundedOn: string | null;
                                members: number;
                                leader: string | null;
                                /** @enum {string} */
                                standing: "none" | "asked" | "member" | "leader";
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Note a new team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        sort: "文化" | "体育" | "志愿";
                        field: string;
                        /** @default  */
                        story?: string;
                        /** @default null */
                        picture?: string | null;
                        /** @default  */
                        meets?: string;
                        /** @default  */
                        contact?: string;
                        /** @default null */
                        foundedOn?: string | null;
                        /** @default true */
                        isOpen?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team with what it does and what I may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            name: string;
                            /** @enum {string} */
                            sort: "文化" | "体育" | "志愿";
                            field: string;
                            picture: string | null;
                            meets: string;
                            isOpen: boolean;
                            foundedOn: string | null;
                            members: number;
                            leader: string | null;
                            /** @enum {string} */
                            standing: "none" | "asked" | "member" | "leader";
                            areaName: string;
                            story: string;
                            contact: string;
                            shownMembers: {
                                name: string;
                                /** @enum {string} */
                                role: "leader" | "deputy" | "member";
                            }[];
                            honours: {
                                id: string;
                                title: string;
                                givenBy: string;
                                givenOn: string;
                            }[];
                            next: {
                                id: string;
                                title: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                            }[];
                            rehearsals: {
                                held: number;
                                last: {
                                    startsAt: string;
                                    place: string;
                                    present: number;
                                } | null;
                            };
                            groupText: string;
                            waiting: number;
                            actions: ("join" | "leave" | "manage" | "edit")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Change a team */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        sort: "文化" | "体育" | "志愿";
                        field: string;
                        /** @default  */
                        story?: string;
                        /** @default null */
                        picture?: string | null;
                        /** @default  */
                        meets?: string;
                        /** @default  */
                        contact?: string;
                        /** @default null */
                        foundedOn?: string | null;
                        /** @default true */
                        isOpen?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** What the leader tells of her team */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default  */
                        story?: string;
                        /** @default  */
                        meets?: string;
                        /** @default  */
                        contact?: string;
                        /** @default true */
                        isOpen?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/me/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The teams I belong to or have asked to join */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                name: string;
                                /** @enum {string} */
                                sort: "文化" | "体育" | "志愿";
                                field: string;
                                picture: string | null;
                                meets: string;
                                isOpen: boolean;
                                foundedOn: string | null;
                                members: number;
                                leader: string | null;
                                /** @enum {string} */
                                standing: "none" | "asked" | "member" | "leader";
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/team-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every team with whether it counts for the standard, and why not */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            test: {
                                teams: number;
                                people: number;
                                /** @enum {string} */
                                per: "team" | "total";
                            };
                            items: {
                                id: string;
                                name: string;
                                field: string;
                                /** @enum {string} */
                                sort: "文化" | "体育" | "志愿";
                                members: number;
                                activeMonths: number;
                                allYear: boolean;
                                counts: boolean;
                                reason: string;
                                isOpen: boolean;
                                waiting: number;
                            }[];
                            passed: boolean;
                            sentence: string;
                            words: {
                                sorts: {
                                    [key: string]: string[];
                                };
                                skills: string[];
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every team as an Excel file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/honours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note an honour of a team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        givenBy: string;
                        /** Format: date */
                        givenOn: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/honours/{honourId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back an honour noted by mistake */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                    honourId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to join */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        shown?: boolean;
                        /** @default [] */
                        skills?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        /** Leave, or take back that I asked */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of a team and who asks to join, for its leader and the office */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                masked: boolean;
                                /** @enum {string} */
                                role: "leader" | "deputy" | "member";
                                roleName: string;
                                /** @enum {string} */
                                state: "asked" | "member";
                                skills: string[];
                                shown: boolean;
                                askedAt: string | null;
                                joinedOn: string | null;
                                hasAccount: boolean;
                                isMe: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add somebody by name */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /**
                         * @default member
                         * @enum {string}
                         */
                        role?: "leader" | "deputy" | "member";
                        /** @default [] */
                        skills?: string[];
                        /** @default false */
                        shown?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/members/{memberId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in who asked, or not */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accept: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a member's part, or note that she has left */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role?: "leader" | "deputy" | "member";
                        skills?: string[];
                        /** @enum {boolean} */
                        left?: true;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/members/{memberId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A masked name in full, for a reason that is written down */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    teamId: string;
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rehearsals of the last twelve months, for the leader and the office */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                startsAt: string;
                                endsAt: string;
                                place: string;
                                present: number;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Record a rehearsal with who came */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                        place: string;
                        present: string[];
                        /** Format: uuid */
                        bookingId?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/teams/{teamId}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book a venue in the name of the team */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        venueId: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** Format: date-time */
                        endsAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The gallery of a community, the newest first */
        get: {
            parameters: {
                query?: {
                    kind?: string;
                    teamId?: string;
                    state?: "submitted" | "published" | "returned" | "withdrawn";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                kind: string;
                                title: string;
                                authors: string | null;
                                teamId: string | null;
                                teamName: string | null;
                                theme: string;
                                picture: string | null;
                                /** @enum {string} */
                                state: "submitted" | "published" | "returned" | "withdrawn";
                                stateName: string;
                                submittedAt: string;
                                publishedAt: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Hand a work in; it hangs once it was looked at */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind: string;
                        title: string;
                        authors: string;
                        /** @default false */
                        shown?: boolean;
                        /** @default null */
                        teamId?: string | null;
                        /** @default  */
                        theme?: string;
                        /** @default  */
                        body?: string;
                        /** @default [] */
                        images?: string[];
                        /** @default null */
                        media?: string | null;
                        /** @default  */
                        topic?: string;
                        /** @default null */
                        topicNumber?: string | null;
                        /** @default  */
                        heritage?: string;
                        /** @default null */
                        madeOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/works/{workId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    workId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            areaId: string;
                            kind: string;
                            title: string;
                            authors: string | null;
                            teamId: string | null;
                            teamName: string | null;
                            theme: string;
                            picture: string | null;
                            /** @enum {string} */
                            state: "submitted" | "published" | "returned" | "withdrawn";
                            stateName: string;
                            submittedAt: string;
                            publishedAt: string | null;
                            areaName: string;
                            body: string;
                            images: string[];
                            media: string | null;
                            topic: string;
                            heritage: string;
                            madeOn: string | null;
                            reason: string | null;
                            performances: {
                                id: string;
                                performedOn: string;
                                place: string;
                                audience: number | null;
                                activityId: string | null;
                            }[];
                            groupText: string;
                            actions: ("publish" | "return" | "withdraw" | "perform")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/work-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds and themes of works */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            kinds: string[];
                            themes: string[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I have handed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                areaId: string;
                                kind: string;
                                title: string;
                                authors: string | null;
                                teamId: string | null;
                                teamName: string | null;
                                theme: string;
                                picture: string | null;
                                /** @enum {string} */
                                state: "submitted" | "published" | "returned" | "withdrawn";
                                stateName: string;
                                submittedAt: string;
                                publishedAt: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/works/{workId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hang a work, give it back, or take it down */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    workId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "publish";
                    } | {
                        /** @enum {string} */
                        decision: "return";
                        reason: string;
                    } | {
                        /** @enum {string} */
                        decision: "withdraw";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/works/{workId}/performances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note where a work was performed */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    workId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        performedOn: string;
                        place: string;
                        /** @default null */
                        audience?: number | null;
                        /** @default null */
                        activityId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shifts of the coming days with who keeps them */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    days?: number;
                    skill?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                shiftId: string;
                                day: string;
                                startsAt: string;
                                endsAt: string;
                                station: string;
                                title: string;
                                skill: string;
                                seats: number;
                                turns: {
                                    id: string;
                                    name: string;
                                    mine: boolean;
                                    /** @enum {string} */
                                    state: "taken" | "offered" | "done" | "released";
                                    inAt: string | null;
                                    minutes: number | null;
                                    actions: ("offer" | "keep" | "take" | "in" | "out" | "release" | "record")[];
                                }[];
                                maySign: boolean;
                            }[];
                            skills: string[];
                            myMinutes: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Plan a shift for a weekday or one day */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        station: string;
                        title: string;
                        /** @default null */
                        weekday?: number | null;
                        /** @default null */
                        day?: string | null;
                        opens: number;
                        closes: number;
                        seats: number;
                        /** @default  */
                        skill?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/shifts/{shiftId}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up for a shift on a day */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    shiftId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        day: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/shift-turns/{turnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a turn, take it over, check in or out; the office frees a seat or records the time */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    turnId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        do: "offer" | "keep" | "take" | "in" | "out" | "release";
                    } | {
                        /** @enum {string} */
                        do: "record";
                        minutes: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/shifts/{shiftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Keep a shift no longer, from tomorrow on */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    shiftId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/shift-hours.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every volunteer has kept in the last year, as an Excel file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/areas/{areaId}/notices.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notices of a community as Atom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/areas/{areaId}/activities.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes place in a community, as iCalendar */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/areas/{areaId}/venues/{venueId}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes place at a venue, as iCalendar */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    venueId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/areas/{areaId}/teams/{teamId}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rehearsals and shows of a team, as iCalendar */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    teamId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/areas/{areaId}/activities/{activityId}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dates of one activity, as iCalendar */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    activityId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload one picture of at most 12 MB */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            width: number | null;
                            height: number | null;
                            full: string;
                            small: string;
                            drawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a picture */
        get: {
            parameters: {
                query?: {
                    size?: "small" | "full";
                };
                header?: never;
                path: {
                    areaId: string;
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The duties of whoever asks on a day: her own and those she stands in for */
        get: {
            parameters: {
                query?: {
                    date?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            date: string;
                            items: {
                                areaId: string;
                                set: string;
                                setName: string;
                                duty: string;
                                name: string;
                                does: string[];
                                subject: {
                                    kind: string;
                                    id: string;
                                    label: string;
                                };
                                from: string;
                                by: string;
                                byText: string;
                                /** @enum {string} */
                                state: "open" | "done" | "late" | "excused";
                                form: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                                last: {
                                    [key: string]: unknown;
                                } | null;
                                done: {
                                    at: string;
                                    by: string;
                                } | null;
                                starts: {
                                    method: string;
                                    name: string;
                                }[];
                                together: boolean;
                                standsFor: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/duty-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records of duties, newest first */
        get: {
            parameters: {
                query?: {
                    set?: string;
                    duty?: string;
                    subject?: string;
                    from?: string;
                    to?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                round: string;
                                set: string;
                                setName: string;
                                duty: string;
                                name: string;
                                subject: {
                                    kind: string;
                                    id: string;
                                    label: string;
                                };
                                period: string;
                                at: string;
                                by: string;
                                standsFor: string | null;
                                answers: {
                                    label: string;
                                    text: string;
                                }[];
                                pictures: string[];
                                matter: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Record that duties were done; a finding begins a matter in the same act */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        set: string;
                        duties: string[];
                        subject: {
                            kind: string;
                            id: string;
                        };
                        /** @default {} */
                        form?: {
                            [key: string]: unknown;
                        };
                        /** @default 0 */
                        madeAgoSeconds?: number;
                        finding?: {
                            method: string;
                            form: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            at: string;
                            states: {
                                [key: string]: "open" | "done" | "late" | "excused";
                            };
                            matter: {
                                areaId: string;
                                number: string;
                            } | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/duties/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was due and done per subject and day */
        get: {
            parameters: {
                query?: {
                    set?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            set: string;
                            sets: {
                                id: string;
                                name: string;
                                perDay: boolean;
                            }[];
                            subjectName: string;
                            from: string;
                            to: string;
                            rows: {
                                subject: {
                                    kind: string;
                                    id: string;
                                    label: string;
                                };
                                who: string;
                                days: {
                                    due: number;
                                    done: number;
                                    late: number;
                                    open: number;
                                    excused: number;
                                    day: string;
                                }[];
                                total: {
                                    due: number;
                                    done: number;
                                    late: number;
                                    open: number;
                                    excused: number;
                                };
                            }[];
                            days: {
                                day: string;
                                covered: number;
                                of: number;
                            }[];
                            total: {
                                due: number;
                                done: number;
                                late: number;
                                open: number;
                                excused: number;
                            };
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/duties/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The periods behind the figures, latest first */
        get: {
            parameters: {
                query?: {
                    set?: string;
                    from?: string;
                    to?: string;
                    duty?: string;
                    subject?: string;
                    state?: "open" | "done" | "late" | "excused";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                set: string;
                                duty: string;
                                name: string;
                                subject: {
                                    kind: string;
                                    id: string;
                                    label: string;
                                };
                                who: string;
                                from: string;
                                to: string;
                                /** @enum {string} */
                                state: "open" | "done" | "late" | "excused";
                                stateName: string;
                                done: {
                                    at: string;
                                    by: string;
                                    standsFor: string | null;
                                    record: string;
                                } | null;
                                matter: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/duties/periods.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as an Excel file */
        get: {
            parameters: {
                query?: {
                    set?: string;
                    from?: string;
                    to?: string;
                    duty?: string;
                    subject?: string;
                    state?: "open" | "done" | "late" | "excused";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is away, who stands in, and who may */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                user: {
                                    id: string;
                                    name: string;
                                };
                                from: string;
                                to: string;
                                standIn: {
                                    id: string;
                                    name: string;
                                } | null;
                                reason: string;
                            }[];
                            people: {
                                id: string;
                                name: string;
                                title: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Note that somebody is away, and who stands in */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        userId: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        standInId?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            user: {
                                id: string;
                                name: string;
                            };
                            from: string;
                            to: string;
                            standIn: {
                                id: string;
                                name: string;
                            } | null;
                            reason: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/absences/{absenceId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back an absence */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    absenceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every set of duties of the library */
        get: {
            parameters: {
                query?: {
                    area?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                version: number;
                                source: string;
                                quotes: {
                                    text: string;
                                    place: string;
                                }[];
                                subjectName: string;
                                duties: {
                                    id: string;
                                    name: {
                                        zh: string;
                                        en: string;
                                    };
                                    often: string;
                                    who: string;
                                }[];
                                inferred: string[];
                                adopted: boolean;
                                settable: {
                                    path: string;
                                    label: string;
                                    kind: string;
                                    value: unknown;
                                    original: unknown;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/duty-adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a set of duties, with its settings */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        set: string;
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adopted: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every standard of the library */
        get: {
            parameters: {
                query?: {
                    area?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                version: number;
                                source: string;
                                groups: {
                                    id: string;
                                    name: string;
                                    items: number;
                                }[];
                                adopted: boolean;
                                adoptedBy: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standards/{standard}/pilots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pilots and themes that the source of a standard names */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    standard: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            source: string;
                            themes: {
                                name: string;
                                kind: string;
                                ways: string[];
                                place: string;
                            }[];
                            pilots: {
                                no: number;
                                district: string;
                                street: string;
                                community: string;
                                theme: string | null;
                                areaId: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/standard-adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a standard, with its parameters */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        standard: string;
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adopted: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/standards/{standard}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A community against a standard: value, threshold, gap and records of every item */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                    standard: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            standard: {
                                id: string;
                                name: string;
                                version: number;
                                source: string;
                            };
                            areaId: string;
                            areaName: string;
                            year: number;
                            years: number[];
                            counts: {
                                met: number;
                                unmet: number;
                                toJudge: number;
                                unmeasured: number;
                                optional: number;
                            };
                            groups: {
                                id: string;
                                name: string;
                                counts: {
                                    met: number;
                                    unmet: number;
                                    toJudge: number;
                                    unmeasured: number;
                                    optional: number;
                                };
                                items: {
                                    id: string;
                                    name: string;
                                    quote: string | null;
                                    place: string | null;
                                    /** @enum {string} */
                                    how: "measured" | "judged";
                                    /** @enum {string} */
                                    state: "met" | "unmet" | "toJudge" | "unmeasured" | "optional";
                                    stateName: string;
                                    value: string | null;
                                    threshold: string | null;
                                    gap: string | null;
                                    encouraged: boolean;
                                    /** @enum {string} */
                                    of: "year" | "now";
                                    verdicts: string[];
                                    behind: {
                                        title: string;
                                        detail: string;
                                        path: string | null;
                                        counts: boolean;
                                    }[];
                                    more: number;
                                    list: {
                                        label: string;
                                        path: string;
                                    } | null;
                                    entries: {
                                        id: string;
                                        /** @enum {string} */
                                        kind: "judgement" | "evidence";
                                        verdict: string | null;
                                        words: string;
                                        link: string | null;
                                        pictures: {
                                            id: string;
                                            width: number | null;
                                            height: number | null;
                                            full: string;
                                            small: string;
                                            drawn: boolean;
                                        }[];
                                        at: string;
                                        by: string;
                                        withdrawn: boolean;
                                    }[];
                                }[];
                            }[];
                            first: string[];
                            params: {
                                id: string;
                                name: string;
                                value: unknown;
                                of: string[];
                            }[];
                            inferred: string[];
                            actions: ("judge" | "adopt")[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/standards/{standard}/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communities below an area against a standard */
        get: {
            parameters: {
                query?: {
                    year?: number;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                    standard: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            standard: {
                                id: string;
                                name: string;
                                version: number;
                                source: string;
                            };
                            year: number;
                            years: number[];
                            groups: {
                                id: string;
                                name: string;
                            }[];
                            items: {
                                areaId: string;
                                name: string;
                                district: string;
                                street: string;
                                counts: {
                                    met: number;
                                    unmet: number;
                                    toJudge: number;
                                    unmeasured: number;
                                    optional: number;
                                };
                                groups: {
                                    id: string;
                                    met: number;
                                    of: number;
                                }[];
                            }[];
                            without: number;
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/standards/{standard}/sheet.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The self-assessment as an Excel file */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                    standard: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/standards/{standard}/items/{item}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge an item, or attach evidence to it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    standard: string;
                    item: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        year: number;
                        verdict?: string;
                        /** @default  */
                        words?: string;
                        link?: string;
                        /** @default [] */
                        pictures?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/standards/{standard}/items/{item}/entries/{entryId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a judgement or evidence */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    standard: string;
                    item: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            withdrawn: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registers an area keeps, and those it could */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                source: string;
                                quote: {
                                    text: string;
                                    place: string;
                                } | null;
                                promise: string;
                                kept: boolean;
                                mayWrite: boolean;
                                records: number | null;
                                late: number;
                                flagged: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    all: number;
                                    percent: number | null;
                                    target: number | null;
                                    flagged: boolean;
                                    parts: {
                                        word: string;
                                        records: number;
                                    }[];
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/register-adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to keep a register, with its settings */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        register: string;
                        /** @default {} */
                        settings?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adopted: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A register: columns, states, figures and what is due */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            source: string;
                            quotes: {
                                text: string;
                                place: string;
                            }[];
                            inferred: string[];
                            columns: {
                                id: string;
                                label: string;
                            }[];
                            states: {
                                id: string;
                                label: string;
                                main: boolean;
                                isEnd: boolean;
                            }[];
                            filters: {
                                id: string;
                                label: string;
                                words: string[];
                            }[];
                            counts: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                all: number;
                                percent: number | null;
                                target: number | null;
                                flagged: boolean;
                                parts: {
                                    word: string;
                                    records: number;
                                }[];
                            }[];
                            duties: {
                                id: string;
                                label: string;
                                late: number;
                                open: number;
                            }[];
                            fields: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                type: string;
                                optional: boolean;
                                many: boolean;
                                of?: {
                                    value: string;
                                    label: string;
                                    hint?: string;
                                }[];
                                min?: number | string;
                                max?: number | string;
                                if?: string;
                                value?: unknown;
                                known?: string;
                            }[];
                            mayWrite: boolean;
                            publicPath: string | null;
                            records: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records, the newest first; figures open the list behind them */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    state?: string;
                    where?: string;
                    count?: string;
                    part?: string;
                    due?: "late" | "open";
                    closed?: "true";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                label: string;
                                state: {
                                    id: string;
                                    label: string;
                                } | null;
                                stateSince: string;
                                cells: {
                                    [key: string]: string;
                                };
                                due: {
                                    id: string;
                                    label: string;
                                    /** @enum {string} */
                                    state: "open" | "done" | "late" | "excused";
                                    until: string;
                                } | null;
                                closedAt: string | null;
                            }[];
                            total: number;
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Enter a record */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        form: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same list as an Excel file; what is personal leaves masked */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    state?: string;
                    where?: string;
                    count?: string;
                    part?: string;
                    due?: "late" | "open";
                    closed?: "true";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record, what may be done with it, and what became of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    register: string;
                    recordId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            label: string;
                            state: {
                                id: string;
                                label: string;
                            } | null;
                            stateSince: string;
                            cells: {
                                [key: string]: string;
                            };
                            due: {
                                id: string;
                                label: string;
                                /** @enum {string} */
                                state: "open" | "done" | "late" | "excused";
                                until: string;
                            } | null;
                            closedAt: string | null;
                            areaId: string;
                            register: string;
                            version: number;
                            filled: {
                                id: string;
                                label: string;
                                text: string;
                                sealed: boolean;
                                pictures: string[];
                            }[];
                            values: {
                                [key: string]: unknown;
                            };
                            fields: {
                                id: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                type: string;
                                optional: boolean;
                                many: boolean;
                                of?: {
                                    value: string;
                                    label: string;
                                    hint?: string;
                                }[];
                                min?: number | string;
                                max?: number | string;
                                if?: string;
                                value?: unknown;
                                known?: string;
                            }[];
                            moves: {
                                id: string;
                                label: string;
                                to: {
                                    id: string;
                                    label: string;
                                };
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                            }[];
                            duties: {
                                id: string;
                                label: string;
                                /** @enum {string} */
                                state: "open" | "done" | "late" | "excused";
                                until: string;
                                fields: {
                                    id: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    type: string;
                                    optional: boolean;
                                    many: boolean;
                                    of?: {
                                        value: string;
                                        label: string;
                                        hint?: string;
                                    }[];
                                    min?: number | string;
                                    max?: number | string;
                                    if?: string;
                                    value?: unknown;
                                    known?: string;
                                }[];
                                last: string | null;
                                byState: string | null;
                            }[];
                            history: {
                                at: string;
                                actorName: string;
                                label: string;
                                to: string | null;
                                filled: {
                                    id: string;
                                    label: string;
                                    text: string;
                                    sealed: boolean;
                                    pictures: string[];
                                }[];
                                reason: string | null;
                            }[];
                            advice: string[];
                            shownNow: boolean;
                            mayWrite: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records/{recordId}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the fields of a record */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    register: string;
                    recordId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        form: {
                            [key: string]: unknown;
                        };
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records/{recordId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See one sealed field, with a reason that is kept */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    register: string;
                    recordId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        field: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            field: string;
                            value: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records/{recordId}/moves/{move}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a record on to another state */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    register: string;
                    recordId: string;
                    move: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        form?: {
                            [key: string]: unknown;
                        };
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records/{recordId}/duties/{duty}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a duty of this record was done */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    register: string;
                    recordId: string;
                    duty: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default {} */
                        form?: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/registers/{register}/records/{recordId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a record out of the register, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    register: string;
                    recordId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/public-registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registers of an area that show something to everybody */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                promise: string;
                                face: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/public-registers/{register}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a register shows: of people only who agreed, and only what they agreed to */
        get: {
            parameters: {
                query?: {
                    group?: string;
                    cursor?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                    register: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            areaId: string;
                            areaName: string;
                            promise: string;
                            empty: string;
                            /** @enum {string} */
                            face: "people" | "pictures" | "lines";
                            groups: string[];
                            items: {
                                id: string;
                                name: string | null;
                                group: string | null;
                                story: string | null;
                                picture: string | null;
                                tags: string[];
                                facts: {
                                    label: string;
                                    text: string;
                                }[];
                            }[];
                            rates: {
                                label: string;
                                percent: number | null;
                                held: number;
                                all: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be brought in from Excel, and its columns */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @enum {string} */
                                id: "places" | "residents";
                                name: string;
                                columns: {
                                    heading: string;
                                    required: boolean;
                                    hint: string;
                                }[];
                                changes: boolean;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/kinds/{kind}/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty workbook of a kind, to fill in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    kind: "places" | "residents";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/kinds/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read and check a workbook of at most 12 MB; nothing is taken in yet */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    kind: "places" | "residents";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            kind: "places" | "residents";
                            kindName: string;
                            fileName: string;
                            /** @enum {string} */
                            state: "checked" | "running" | "done" | "cancelled";
                            /** @enum {string} */
                            duplicates: "skip" | "update" | "merge";
                            total: number;
                            bad: number;
                            doubled: number;
                            done: number;
                            added: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                            createdAt: string;
                            createdByName: string;
                            finishedAt: string | null;
                            unknown: string[];
                            problems: {
                                at: number;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/{importId}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows that are wrong, as they stood in the file, each with the reason */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    importId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of a community, the newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                /** @enum {string} */
                                kind: "places" | "residents";
                                kindName: string;
                                fileName: string;
                                /** @enum {string} */
                                state: "checked" | "running" | "done" | "cancelled";
                                /** @enum {string} */
                                duplicates: "skip" | "update" | "merge";
                                total: number;
                                bad: number;
                                doubled: number;
                                done: number;
                                added: number;
                                updated: number;
                                skipped: number;
                                failed: number;
                                createdAt: string;
                                createdByName: string;
                                finishedAt: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, and its first problems */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    importId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            kind: "places" | "residents";
                            kindName: string;
                            fileName: string;
                            /** @enum {string} */
                            state: "checked" | "running" | "done" | "cancelled";
                            /** @enum {string} */
                            duplicates: "skip" | "update" | "merge";
                            total: number;
                            bad: number;
                            doubled: number;
                            done: number;
                            added: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                            createdAt: string;
                            createdByName: string;
                            finishedAt: string | null;
                            unknown: string[];
                            problems: {
                                at: number;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in the rows that are right */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    importId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default skip
                         * @enum {string}
                         */
                        duplicates?: "skip" | "update" | "merge";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            kind: "places" | "residents";
                            kindName: string;
                            fileName: string;
                            /** @enum {string} */
                            state: "checked" | "running" | "done" | "cancelled";
                            /** @enum {string} */
                            duplicates: "skip" | "update" | "merge";
                            total: number;
                            bad: number;
                            doubled: number;
                            done: number;
                            added: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                            createdAt: string;
                            createdByName: string;
                            finishedAt: string | null;
                            unknown: string[];
                            problems: {
                                at: number;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import; what is in stays in */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    importId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** @enum {string} */
                            kind: "places" | "residents";
                            kindName: string;
                            fileName: string;
                            /** @enum {string} */
                            state: "checked" | "running" | "done" | "cancelled";
                            /** @enum {string} */
                            duplicates: "skip" | "update" | "merge";
                            total: number;
                            bad: number;
                            doubled: number;
                            done: number;
                            added: number;
                            updated: number;
                            skipped: number;
                            failed: number;
                            createdAt: string;
                            createdByName: string;
                            finishedAt: string | null;
                            unknown: string[];
                            problems: {
                                at: number;
                                problem: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/exports/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The residents as a workbook; in clear with a reason that is recorded, else masked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/exports/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grids and buildings as a workbook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/exports/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which role here and below, as a workbook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find matters, places, notices, activities, methods and households by their words */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    area?: string;
                    kind?: "matter" | "place" | "notice" | "activity" | "method" | "household";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            words: string[];
                            groups: {
                                /** @enum {string} */
                                kind: "matter" | "place" | "notice" | "activity" | "method" | "household";
                                name: string;
                                items: {
                                    /** @enum {string} */
                                    kind: "matter" | "place" | "notice" | "activity" | "method" | "household";
                                    id: string;
                                    areaId: string;
                                    areaName: string;
                                    title: string;
                                    text: string;
                                    state: string;
                                    at: string | null;
                                    number: string | null;
                                    traceCode: string | null;
                                    isWhole: boolean;
                                }[];
                                next: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/blanks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forms of a community, the newest first */
        get: {
            parameters: {
                query?: {
                    month?: string;
                    heading?: string;
                    typed?: "yes";
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                fileName: string;
                                title: string;
                                askedBy: string;
                                createdAt: string;
                                createdByName: string;
                                filledAt: string | null;
                                columns: number;
                                asked: number;
                                filled: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Take in a blank form of the upper level and say what of it is known */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            title: string;
                            askedBy: string;
                            createdAt: string;
                            filledAt: string | null;
                            listOf: string | null;
                            unclear: string;
                            listScope: string | null;
                            scopes: {
                                value: string;
                                label: string;
                            }[];
                            from: string;
                            to: string;
                            asksPeriod: boolean;
                            asksPrivate: boolean;
                            mayReveal: boolean;
                            items: {
                                key: string;
                                heading: string;
                                from: string | null;
                                isPrivate: boolean;
                                /** @enum {string} */
                                state: "filled" | "partly" | "chosen" | "unknown" | "left";
                                asked: number;
                                filled: number;
                            }[];
                            rows: number;
                            grows: number;
                            terms: {
                                value: string;
                                label: string;
                                group: string;
                            }[];
                            preview: {
                                at: number;
                                cells: {
                                    column: number;
                                    text: string;
                                    across: number;
                                    down: number;
                                    /** @enum {string} */
                                    state: "printed" | "filled" | "private" | "empty";
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/blanks/{blankId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A form with what fills it, and how it will look; personal data masked */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path: {
                    areaId: string;
                    blankId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            title: string;
                            askedBy: string;
                            createdAt: string;
                            filledAt: string | null;
                            listOf: string | null;
                            unclear: string;
                            listScope: string | null;
                            scopes: {
                                value: string;
                                label: string;
                            }[];
                            from: string;
                            to: string;
                            asksPeriod: boolean;
                            asksPrivate: boolean;
                            mayReveal: boolean;
                            items: {
                                key: string;
                                heading: string;
                                from: string | null;
                                isPrivate: boolean;
                                /** @enum {string} */
                                state: "filled" | "partly" | "chosen" | "unknown" | "left";
                                asked: number;
                                filled: number;
                            }[];
                            rows: number;
                            grows: number;
                            terms: {
                                value: string;
                                label: string;
                                group: string;
                            }[];
                            preview: {
                                at: number;
                                cells: {
                                    column: number;
                                    text: string;
                                    across: number;
                                    down: number;
                                    /** @enum {string} */
                                    state: "printed" | "filled" | "private" | "empty";
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/blanks/{blankId}/headings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a heading asks for; remembered in this community */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    blankId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        heading: string;
                        term: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            title: string;
                            askedBy: string;
                            createdAt: string;
                            filledAt: string | null;
                            listOf: string | null;
                            unclear: string;
                            listScope: string | null;
                            scopes: {
                                value: string;
                                label: string;
                            }[];
                            from: string;
                            to: string;
                            asksPeriod: boolean;
                            asksPrivate: boolean;
                            mayReveal: boolean;
                            items: {
                                key: string;
                                heading: string;
                                from: string | null;
                                isPrivate: boolean;
                                /** @enum {string} */
                                state: "filled" | "partly" | "chosen" | "unknown" | "left";
                                asked: number;
                                filled: number;
                            }[];
                            rows: number;
                            grows: number;
                            terms: {
                                value: string;
                                label: string;
                                group: string;
                            }[];
                            preview: {
                                at: number;
                                cells: {
                                    column: number;
                                    text: string;
                                    across: number;
                                    down: number;
                                    /** @enum {string} */
                                    state: "printed" | "filled" | "private" | "empty";
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/blanks/{blankId}/scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who or what a form lists, where its title does not */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    blankId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        listScope: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            title: string;
                            askedBy: string;
                            createdAt: string;
                            filledAt: string | null;
                            listOf: string | null;
                            unclear: string;
                            listScope: string | null;
                            scopes: {
                                value: string;
                                label: string;
                            }[];
                            from: string;
                            to: string;
                            asksPeriod: boolean;
                            asksPrivate: boolean;
                            mayReveal: boolean;
                            items: {
                                key: string;
                                heading: string;
                                from: string | null;
                                isPrivate: boolean;
                                /** @enum {string} */
                                state: "filled" | "partly" | "chosen" | "unknown" | "left";
                                asked: number;
                                filled: number;
                            }[];
                            rows: number;
                            grows: number;
                            terms: {
                                value: string;
                                label: string;
                                group: string;
                            }[];
                            preview: {
                                at: number;
                                cells: {
                                    column: number;
                                    text: string;
                                    across: number;
                                    down: number;
                                    /** @enum {string} */
                                    state: "printed" | "filled" | "private" | "empty";
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/blanks/{blankId}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The form filled, its layout kept; personal data with a reason that is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                    blankId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from?: string;
                        /** Format: date */
                        to?: string;
                        /** @default  */
                        askedBy?: string;
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Done */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/relief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was asked and what was filled, month by month */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            months: {
                                month: string;
                                blanks: number;
                                columns: number;
                                asked: number;
                                filled: number;
                            }[];
                            again: {
                                heading: string;
                                times: number;
                                from: string | null;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of other systems */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                can: string[];
                                does: string;
                                madeByName: string;
                                createdAt: string;
                                expiresAt: string;
                                revokedAt: string | null;
                                lastUsedAt: string | null;
                            }[];
                            choices: {
                                /** @enum {string} */
                                value: "matter.read" | "matter.register" | "people.read" | "people.write" | "notice.publish" | "activity.publish" | "method.read" | "report.read" | "screen.read";
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a key for another system, to file by the open standard or to ask this API; it is answered once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: date */
                        until: string;
                        /** @default [] */
                        can?: ("matter.read" | "matter.register" | "people.read" | "people.write" | "notice.publish" | "activity.publish" | "method.read" | "report.read" | "screen.read")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            can: string[];
                            does: string;
                            madeByName: string;
                            createdAt: string;
                            expiresAt: string;
                            revokedAt: string | null;
                            lastUsedAt: string | null;
                            key: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key at once */
        delete: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                    keyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                                can: string[];
                                does: string;
                                madeByName: string;
                                createdAt: string;
                                expiresAt: string;
                                revokedAt: string | null;
                                lastUsedAt: string | null;
                            }[];
                            choices: {
                                /** @enum {string} */
                                value: "matter.read" | "matter.register" | "people.read" | "people.write" | "notice.publish" | "activity.publish" | "method.read" | "report.read" | "screen.read";
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this system still has to be founded */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            open: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Found the first community and its administrator */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        secret: string;
                        code: string;
                        city: string;
                        district: string;
                        street: string;
                        community: string;
                        name: string;
                        username: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            name: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a community still lacks, and the packs it may begin with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            areaId: string;
                            areaName: string;
                            checks: {
                                /** @enum {string} */
                                id: "places" | "people" | "methods" | "colleagues" | "cards" | "first-matter";
                                label: string;
                                done: boolean;
                                has: string;
                                missing: string;
                            }[];
                            packs: {
                                id: string;
                                name: string;
                                fits: string;
                                items: {
                                    /** @enum {string} */
                                    kind: "method" | "duties";
                                    id: string;
                                    name: string;
                                    why: string;
                                    adopted: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{areaId}/setup/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt the methods of a starter pack */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description A request repeated with the same key and body is done once and answered the same. */
                    "Idempotency-Key"?: string;
                };
                path: {
                    areaId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pack: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adopted: number;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The time of the app */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            now: string;
                            demo: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the demo clock forward */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        days: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            now: string;
                            demo: boolean;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
                /** @description Refused */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            title: string;
                            status: number;
                            code: string;
                            detail: string;
                            detailEn?: string;
                            fields?: {
                                [key: string]: string;
                            };
                            details?: {
                                [key: string]: unknown;
                            };
                            instance?: string;
                        };
                    };
                };
            };
        };
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
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
