// Made from the description of the API by client/generate.ts.

export interface paths {
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys that open every guild */
        get: operations["listApiKeys"];
        put?: never;
        /** Make an API key that opens every guild */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key that opens every guild, at once and for good */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where Discord sends the browser back to */
        get: operations["completeSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin linking a Discord account to your Supabase account
         * @description Answers the page of Discord to go to, and a cookie: only the browser that keeps it can complete the link, so that nobody is brought to link his Discord account to somebody else.
         */
        post: operations["linkDiscordAccount"];
        /** Remove the Discord account that was linked here */
        delete: operations["unlinkDiscordAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am, and which guilds I administer */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in with Discord: open this address in a browser */
        get: operations["signIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session that this request is sent with */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all of my sessions, and with them their tokens
         * @description Tokens of Supabase go on until they expire: sign out there too.
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A token of one hour for programs, from a session
         * @description Each request answers a fresh token; there is nothing that an Idempotency-Key would have to protect.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was announced in a guild, how it was read and what became of it */
        get: operations["listAnnouncements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys of a guild */
        get: operations["listGuildApiKeys"];
        put?: never;
        /** Make an API key that opens this guild only */
        post: operations["createGuildApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key of a guild, at once and for good */
        delete: operations["revokeGuildApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the bot lacks in a guild, and what to click to repair it */
        get: operations["examineGuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/exports/faq.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the questions and answers of a guild as CSV, the newest first */
        get: operations["exportFaq"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/exports/onboarding.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what members answered at their onboarding as CSV, a row for each answer, the newest first */
        get: operations["exportOnboarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/exports/reminders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the reminders of a guild as CSV, the newest first */
        get: operations["exportReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/exports/tickets.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the tickets of a guild as CSV, the newest first */
        get: operations["exportTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entries of the FAQ by their numbers
         * @description Published ones and drafts; deleted ones only where that `state` is asked for.
         */
        get: operations["listFaqEntries"];
        put?: never;
        /** Add an entry to the FAQ */
        post: operations["addFaqEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an entry of the FAQ */
        get: operations["readFaqEntry"];
        /** Replace what an entry of the FAQ says */
        put: operations["replaceFaqEntry"];
        post?: never;
        /** Delete an entry of the FAQ */
        delete: operations["deleteFaqEntry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft */
        post: operations["publishFaqEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/{id}/rollback/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an earlier version of an entry the latest
         * @description As a new version. A deleted entry is there again.
         */
        post: operations["rollBackFaqEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of an entry, the latest first */
        get: operations["listFaqVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the entries of the FAQ, and what they were good for */
        get: operations["getFaqFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look for published entries, as members find them, with the reasons
         * @description What finds nothing is not taken into the list of searches without a hit.
         */
        get: operations["searchFaq"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was looked for in vain, the most asked first */
        get: operations["listFaqSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/searches/{search_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a search without a hit needs no entry */
        post: operations["dismissFaqSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/faq/synonyms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the words that mean the same in a guild */
        get: operations["listFaqSynonyms"];
        /** Say which words mean the same, all groups at once */
        put: operations["replaceFaqSynonyms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/gdpr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how many members agreed to the privacy notice, by version */
        get: operations["readConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/gpt/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the language model was used for, by day, purpose and member */
        get: operations["getModelUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who invited how many members */
        get: operations["listInviters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the documents from which questions are answered */
        get: operations["listKnowledge"];
        put?: never;
        /** Add a document, or replace the one with its name */
        post: operations["uploadKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/knowledge/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a document that was uploaded */
        delete: operations["removeKnowledge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count how far those came who started in the last days */
        get: operations["getOnboardingFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the questions for new members in their order, disabled ones too */
        get: operations["listOnboardingQuestions"];
        put?: never;
        /**
         * Add or replace a question for new members
         * @description The whole of it: with an `id` that one is replaced, without one it is added at its order and those behind it move down. What is optional and not sent takes its default; only the order is kept.
         */
        post: operations["saveOnboardingQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/questions/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a question for new members; those behind it move up */
        delete: operations["deleteOnboardingQuestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/reorder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reorder the questions, the rules, or both
         * @description Each list that is sent names all of its items once; otherwise nothing changes.
         */
        post: operations["reorderOnboarding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what members answered, the latest first
         * @description What each member confirmed last, with the questions as they were asked then.
         */
        get: operations["listOnboardingResponses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rules for new members in their order, disabled ones too */
        get: operations["listOnboardingRules"];
        put?: never;
        /**
         * Add or replace a rule for new members
         * @description The whole of it: with an `id` that one is replaced, without one it is added at its order and those behind it move down. What is optional and not sent takes its default; only the order is kept.
         */
        post: operations["saveOnboardingRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/onboarding/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a rule for new members; those behind it move up */
        delete: operations["deleteOnboardingRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who changed which setting, newest first */
        get: operations["listSettingsHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/settings/rollback/{history_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a setting the value that it had before an entry of the history */
        post: operations["rollBackSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which kinds of data of a guild change, as they change
         * @description Each event is named `changed`; its data is `{"kind", "ref"?, "version"?}`: what to read again, never its content. The kind `logs` is the operational log.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who may open no tickets, at most 1000, newest first */
        get: operations["listTicketBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-blocks/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a member open no more tickets */
        put: operations["blockFromTickets"];
        post?: never;
        /** Let a member open tickets again */
        delete: operations["unblockFromTickets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the labels that the tickets of a guild can have */
        get: operations["listTicketLabels"];
        put?: never;
        /** Add a label, or change the colour of the one that has the name */
        post: operations["saveTicketLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-labels/{label_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a label off the list; tickets that have it keep it */
        delete: operations["deleteTicketLabel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-panels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ticket panels in their order, disabled ones too, and the messages that offer them */
        get: operations["listTicketPanels"];
        put?: never;
        /** Add a ticket panel behind the others */
        post: operations["createTicketPanel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-panels/{panel_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a ticket panel as it was read
         * @description What is not sent stays. A panel that was changed since it was read is left as it is (409).
         */
        put: operations["changeTicketPanel"];
        post?: never;
        /** Delete a ticket panel; its tickets stay */
        delete: operations["deleteTicketPanel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-panels/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the ticket panels into another order */
        post: operations["orderTicketPanels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/ticket-panels/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offer panels in a channel, by a message that follows their changes
         * @description A channel has one such message; posting into it again changes what the message offers.
         */
        post: operations["postTicketPanels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tickets of a guild, newest first
         * @description When there are more, `X-Next-Cursor` holds the `cursor` of the next page.
         */
        get: operations["listTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket with what happened to it and the notes of its staff */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set the priority and the labels of a ticket */
        patch: operations["markTicket"];
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/attachments/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a file that was sent in a ticket */
        get: operations["readTicketAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/auto-close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether a ticket is reminded of and closes by itself */
        put: operations["excludeTicketFromAutoClose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a ticket: claim, close, escalate and the others
         * @description Which moves there are, from which status and for whom, stands in docs/tickets.md.
         */
        post: operations["moveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes of the staff to a ticket, oldest first */
        get: operations["listTicketNotes"];
        put?: never;
        /** Add a note to a ticket, which members do not see */
        post: operations["addTicketNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a note of a ticket: its author, or an admin */
        delete: operations["deleteTicketNote"];
        options?: never;
        head?: never;
        /** Change a note of a ticket: its author, or an admin */
        patch: operations["changeTicketNote"];
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a closed ticket came to, and the FAQ entry that could be made of it */
        get: operations["getTicketSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in a ticket, page by page */
        get: operations["listTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/transcript.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in a ticket, as a page */
        get: operations["readTranscriptPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/transcript.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in a ticket, as a JSON file */
        get: operations["readTranscriptJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/{ticket_id}/transcript.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in a ticket, as lines of text */
        get: operations["readTranscriptText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/tickets/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of the tickets of a guild */
        get: operations["getTicketStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/{guild_id}/transcripts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search what was said in the tickets of a guild */
        get: operations["searchTranscripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in a guild and to the bot */
        get: operations["listOperationalLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/logs/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in a guild and to the bot, as it happens
         * @description The name of each event is its type, its data the entry as the list has it.
         */
        get: operations["streamOperationalLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the bot, its reminders, tickets, commands and model fare */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/settings/{guild_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings of a guild by category
         * @description What the guild has chosen; with `include=defaults` also what holds otherwise.
         */
        get: operations["readSettings"];
        /**
         * Change settings of several categories at once
         * @description What is sent changes, null resets to the default, the rest stays. All or nothing.
         */
        put: operations["changeSettings"];
        /**
         * Change settings of one category
         * @description What is sent changes, null resets to the default, the rest stays. All or nothing.
         */
        post: operations["changeCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dashboard/settings/{guild_id}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which settings there are, with their types, bounds and defaults */
        get: operations["readSettingsSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/faq.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a link from Discord leads to: faq as CSV */
        get: operations["downloadFaq"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/onboarding.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a link from Discord leads to: onboarding as CSV */
        get: operations["downloadOnboarding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/reminders.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a link from Discord leads to: reminders as CSV */
        get: operations["downloadReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/tickets.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what a link from Discord leads to: tickets as CSV */
        get: operations["downloadTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the bot, its reminders, tickets, commands and model fare */
        get: operations["getMetricsAlias"];
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
    "/faq/{guild_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the questions of a guild on a page for everybody, or what is found among them */
        get: operations["showFaqPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faq/{guild_id}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an answer on a page for everybody */
        get: operations["showFaqEntry"];
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
    "/top-commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which commands are used most */
        get: operations["getTopCommands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transcripts/{guild_id}/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said in a ticket, for the member whose it was, by a link */
        get: operations["readOwnTranscript"];
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
    responses: {
        /** @description Body, query or path does not fit the schema or a rule. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Edited elsewhere, or an idempotency key that is in use or was used with another request. */
        Conflict: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The caller is known but not allowed, or the link is not. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A fault of the server; its log has the rest under `request_id`. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such thing in that guild. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is larger than 256 KiB. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Database, Discord or Supabase is needed and not available. */
        ServiceUnavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Over a limit. */
        TooManyRequests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No credentials, or credentials that do not verify. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is not application/json. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
        "Idempotency-Key": string;
        /**
         * @description The ETag that was read.
         * @example "7"
         */
        "if-match": string;
        /**
         * @description The ETag that was read.
         * @example "7"
         */
        "if-none-match": string;
        /** @description `snowflakes=string` asks for ids as strings. */
        Prefer: string;
        /** @description The W3C trace that the request is part of; the log names it. */
        traceparent: string;
    };
    requestBodies: never;
    headers: {
        /** @description The name of the file. */
        "Content-Disposition": string;
        /** @description The version. */
        ETag: string;
        /** @description What is left: `"reminders-write";r=19;t=3`. */
        RateLimit: string;
        /** @description The limit itself: `"reminders-write";q=20;w=60`. */
        "RateLimit-Policy": string;
        /** @description Seconds after which a repeat may succeed. */
        "Retry-After": number;
        /** @description Which credentials are asked for. */
        "WWW-Authenticate": string;
        /** @description The `cursor` of the next page, if there is one. */
        "X-Next-Cursor": string;
        /** @description Names this request in the log. */
        "X-Request-Id": string;
        /** @description How many rows follow the line with the names. */
        "X-Row-Count": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, without those that were revoked or have expired. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was made.
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: snowflake
                         * @example 1100000000000000101
                         */
                        created_by: string;
                        /** @description Null: never. */
                        expires_at: string | null;
                        /** @description The one guild that it opens; null: all of them. */
                        guild_id: string | null;
                        /**
                         * @description The last four characters of the key.
                         * @example x9Qa
                         */
                        hint: string;
                        /** @example 7 */
                        id: number;
                        /** @description To a minute; null while it was not used. */
                        last_used_at: string | null;
                        /** @example Stream overlay */
                        name: string;
                        /**
                         * @description What the key opens.
                         * @example [
                         *       "reminders"
                         *     ]
                         */
                        scopes: ("reminders" | "metrics" | "exports")[];
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When it stops working; null or absent: never. */
                    expires_at?: string | null;
                    /** @example Stream overlay */
                    name: string;
                    /**
                     * @description What the key opens.
                     * @example [
                     *       "reminders"
                     *     ]
                     */
                    scopes: ("reminders" | "metrics" | "exports")[];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was made.
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: snowflake
                         * @example 1100000000000000101
                         */
                        created_by: string;
                        /** @description Null: never. */
                        expires_at: string | null;
                        /** @description The one guild that it opens; null: all of them. */
                        guild_id: string | null;
                        /**
                         * @description The last four characters of the key.
                         * @example x9Qa
                         */
                        hint: string;
                        /** @example 7 */
                        id: number;
                        /** @description The key, shown this once: only its hash is stored. Null where an Idempotency-Key brings the answer again. */
                        key: string | null;
                        /** @description To a minute; null while it was not used. */
                        last_used_at: string | null;
                        /** @example Stream overlay */
                        name: string;
                        /**
                         * @description What the key opens.
                         * @example [
                         *       "reminders"
                         *     ]
                         */
                        scopes: ("reminders" | "metrics" | "exports")[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description Its `id`. */
                key_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    completeSignIn: {
        parameters: {
            query: {
                /** @description Absent when the person declined. */
                code?: string;
                /** @description As it was sent to Discord. */
                state: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Goes on at the address in `Location`. */
            302: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Discord was not allowed to say who it is. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Signing in with Discord is not set up on this server. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The account is linked to another Discord user. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    linkDiscordAccount: {
        parameters: {
            query?: {
                /**
                 * @description Where the browser goes afterwards: a path of this server.
                 * @example /docs
                 */
                return_to?: string;
            };
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The page of Discord to go to, in the browser that got this answer.
                         * @example https://discord.com/oauth2/authorize?client_id=1100000000000000900
                         */
                        url: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unlinkDiscordAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When that ends.
                         * @example 2026-01-21T12:00:00Z
                         */
                        expires_at: string;
                        /** @description Guilds of the bot that the person administers, by name. */
                        guilds: {
                            /** @description Hash of its icon, as the image addresses of Discord have it. */
                            icon: string | null;
                            /**
                             * Format: snowflake
                             * @example 1100000000000000001
                             */
                            id: string;
                            /** @example Alphapy Demo */
                            name: string;
                        }[];
                        /** @description Null where a token from elsewhere does not say. */
                        session_id: string | null;
                        /**
                         * @description Who knows the person.
                         * @enum {unknown}
                         */
                        signed_in_by: "discord" | "supabase";
                        /**
                         * @description As tokens name the person.
                         * @example b2f5ff47-4366-4c8e-8d0c-0f4b5b6a9a57
                         */
                        subject: string;
                        /** @description Null while no Discord account is linked. */
                        user_id: string | null;
                        /**
                         * @description What this request was sent with.
                         * @enum {unknown}
                         */
                        via: "session" | "token";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When the person signed in.
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        /** @description Whether this request was sent with it. */
                        current: boolean;
                        /**
                         * Format: date-time
                         * @description 30 days after its last use, at most 90 days after the sign-in.
                         * @example 2026-01-21T12:00:00Z
                         */
                        expires_at: string;
                        /** @example b2f5ff47-4366-4c8e-8d0c-0f4b5b6a9a57 */
                        id: string;
                        /**
                         * Format: date-time
                         * @description When it was last used, to five minutes.
                         * @example 2026-01-21T12:00:00Z
                         */
                        last_seen_at: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @example b2f5ff47-4366-4c8e-8d0c-0f4b5b6a9a57 */
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: {
                /**
                 * @description Where the browser goes afterwards: a path of this server.
                 * @example /docs
                 */
                return_to?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Goes on at the address in `Location`. */
            302: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            /** @description Discord was not allowed to say who it is. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Signing in with Discord is not set up on this server. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The account is linked to another Discord user. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 2 */
                        sessions_ended: number;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description A JWT, for `Authorization: Bearer`.
                         * @example eyJhbGciOiJIUzI1NiJ9…
                         */
                        access_token: string;
                        /**
                         * Format: date-time
                         * @description When it stops verifying; it also does when its session ends.
                         * @example 2026-01-21T12:00:00Z
                         */
                        expires_at: string;
                        /**
                         * @description Seconds.
                         * @example 3600
                         */
                        expires_in: number;
                        /** @constant */
                        token_type: "bearer";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listAnnouncements: {
        parameters: {
            query?: {
                /** @description Only those that were read before the one with this id. */
                before?: number;
                /** @description Most to answer. */
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "announcements": [
                     *         {
                     *           "id": 1,
                     *           "guild_id": 987654321,
                     *           "channel_id": 123456789,
                     *           "message_id": 1122334455,
                     *           "author_id": "123456789",
                     *           "status": "made",
                     *           "name": "Game night",
                     *           "location": "Club house",
                     *           "event_time": "2027-01-15T18:30:00Z",
                     *           "days": [],
                     *           "time": null,
                     *           "timezone": "Europe/Brussels",
                     *           "confidence": 0.95,
                     *           "evidence": [
                     *             {
                     *               "part": "date",
                     *               "text": "15/01/2027",
                     *               "reading": "2027-01-15",
                     *               "confidence": 0.95
                     *             }
                     *           ],
                     *           "reasons": [],
                     *           "reminder_id": 1,
                     *           "created_at": "2027-01-02T10:00:00Z",
                     *           "edited_at": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Newest first. */
                        announcements: {
                            /** Format: snowflake */
                            author_id: string;
                            /** Format: snowflake */
                            channel_id: string;
                            confidence: number;
                            /** Format: date-time */
                            created_at: string;
                            /** @description Not empty: it comes round every week; "0" is Monday. */
                            days: string[];
                            edited_at: string | null;
                            event_time: string | null;
                            /** @description What was understood, with the words it was read from. */
                            evidence: {
                                confidence: number;
                                part: string;
                                reading: string;
                                text: string;
                            }[];
                            /** Format: snowflake */
                            guild_id: string;
                            id: number;
                            location: string | null;
                            /** Format: snowflake */
                            message_id: string;
                            name: string;
                            /** @description Why no time was understood. */
                            reasons: {
                                code: string;
                                text: string;
                            }[];
                            reminder_id: number | null;
                            /**
                             * @description `made` has a reminder; about `unsure` and `refused` somebody is asked; of the others nothing is made.
                             * @enum {unknown}
                             */
                            status: "made" | "unsure" | "refused" | "ignored" | "cancelled" | "deleted";
                            time: string | null;
                            timezone: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listGuildApiKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description A guild that you administer. */
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, without those that were revoked or have expired. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was made.
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: snowflake
                         * @example 1100000000000000101
                         */
                        created_by: string;
                        /** @description Null: never. */
                        expires_at: string | null;
                        /** @description The one guild that it opens; null: all of them. */
                        guild_id: string | null;
                        /**
                         * @description The last four characters of the key.
                         * @example x9Qa
                         */
                        hint: string;
                        /** @example 7 */
                        id: number;
                        /** @description To a minute; null while it was not used. */
                        last_used_at: string | null;
                        /** @example Stream overlay */
                        name: string;
                        /**
                         * @description What the key opens.
                         * @example [
                         *       "reminders"
                         *     ]
                         */
                        scopes: ("reminders" | "metrics" | "exports")[];
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createGuildApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description A guild that you administer. */
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description When it stops working; null or absent: never. */
                    expires_at?: string | null;
                    /** @example Stream overlay */
                    name: string;
                    /**
                     * @description What the key opens.
                     * @example [
                     *       "reminders"
                     *     ]
                     */
                    scopes: ("reminders" | "metrics" | "exports")[];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was made.
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        /**
                         * Format: snowflake
                         * @example 1100000000000000101
                         */
                        created_by: string;
                        /** @description Null: never. */
                        expires_at: string | null;
                        /** @description The one guild that it opens; null: all of them. */
                        guild_id: string | null;
                        /**
                         * @description The last four characters of the key.
                         * @example x9Qa
                         */
                        hint: string;
                        /** @example 7 */
                        id: number;
                        /** @description The key, shown this once: only its hash is stored. Null where an Idempotency-Key brings the answer again. */
                        key: string | null;
                        /** @description To a minute; null while it was not used. */
                        last_used_at: string | null;
                        /** @example Stream overlay */
                        name: string;
                        /**
                         * @description What the key opens.
                         * @example [
                         *       "reminders"
                         *     ]
                         */
                        scopes: ("reminders" | "metrics" | "exports")[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeGuildApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @description A guild that you administer. */
                guild_id: string;
                /** @description Its `id`. */
                key_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    examineGuild: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        checked_at: string;
                        /** @description What is broken first, then what could be better, then what works. */
                        findings: {
                            /** @description Also of a category. */
                            channel_id: string | null;
                            /** @description The category of its settings; `discord`: the bot as a whole. */
                            feature: string;
                            /** @description What is wrong, or that it works. */
                            problem: string;
                            /** @description What to click in Discord; null: nothing. */
                            repair: string | null;
                            role_id: string | null;
                            /** @description As `category.key`; null where it is about something else. */
                            setting: string | null;
                            /** @enum {unknown} */
                            severity: "error" | "warning" | "ok";
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportFaq: {
        parameters: {
            query?: {
                /** @description Only what was made in the last 7 or 30 days; without it everything. */
                days?: 7 | 30;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportOnboarding: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportReminders: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exportTickets: {
        parameters: {
            query?: {
                /** @description Only what was made in the last 7 or 30 days; without it everything. */
                days?: 7 | 30;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFaqEntries: {
        parameters: {
            query?: {
                /** @description Only those with a greater number. */
                after?: number;
                category?: string;
                limit?: number;
                state?: "draft" | "published" | "deleted";
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            category: string | null;
                            /**
                             * Format: date-time
                             * @example 2027-03-01T12:00:00Z
                             */
                            created_at: string;
                            id: number;
                            keywords: string[];
                            /**
                             * @description Of its words; `simple` is any other.
                             * @enum {unknown}
                             */
                            language: "en" | "nl" | "simple";
                            /** @description What people call it by in Discord. */
                            number: number;
                            /** @description How many members it helped; each counts once a month. */
                            solved: number;
                            /** @enum {unknown} */
                            source: "admin" | "ticket";
                            /** @enum {unknown} */
                            state: "draft" | "published" | "deleted";
                            /** @description The answer, in Discord's Markdown. */
                            summary: string;
                            ticket_id: number | null;
                            title: string;
                            /**
                             * Format: date-time
                             * @example 2027-03-01T12:00:00Z
                             */
                            updated_at: string;
                            /** @description Counts its changes; also its ETag. */
                            version: number;
                            views: number;
                        }[];
                        next_after: number | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "How do I get a refund?",
                 *       "summary": "Ask within 14 days.",
                 *       "keywords": [
                 *         "refund",
                 *         "money back"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The id of a search without a hit, which this deals with. */
                    answers_search?: number;
                    category?: string | null;
                    keywords?: string[];
                    /**
                     * @description Of its words; `simple` is any other.
                     * @enum {unknown}
                     */
                    language?: "en" | "nl" | "simple";
                    /**
                     * @default published
                     * @enum {unknown}
                     */
                    state?: "draft" | "published";
                    /** @description The answer, in Discord's Markdown. */
                    summary: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        created_at: string;
                        id: number;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description What people call it by in Discord. */
                        number: number;
                        /** @description How many members it helped; each counts once a month. */
                        solved: number;
                        /** @enum {unknown} */
                        source: "admin" | "ticket";
                        /** @enum {unknown} */
                        state: "draft" | "published" | "deleted";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        ticket_id: number | null;
                        title: string;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        updated_at: string;
                        /** @description Counts its changes; also its ETag. */
                        version: number;
                        views: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        created_at: string;
                        id: number;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description What people call it by in Discord. */
                        number: number;
                        /** @description How many members it helped; each counts once a month. */
                        solved: number;
                        /** @enum {unknown} */
                        source: "admin" | "ticket";
                        /** @enum {unknown} */
                        state: "draft" | "published" | "deleted";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        ticket_id: number | null;
                        title: string;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        updated_at: string;
                        /** @description Counts its changes; also its ETag. */
                        version: number;
                        views: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-match"?: components["parameters"]["if-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "How do I get a refund?",
                 *       "summary": "Ask within 14 days.",
                 *       "keywords": [
                 *         "refund",
                 *         "money back"
                 *       ]
                 *     }
                 */
                "application/json": {
                    category?: string | null;
                    keywords?: string[];
                    /**
                     * @description Of its words; `simple` is any other.
                     * @enum {unknown}
                     */
                    language?: "en" | "nl" | "simple";
                    /** @description The answer, in Discord's Markdown. */
                    summary: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        created_at: string;
                        id: number;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description What people call it by in Discord. */
                        number: number;
                        /** @description How many members it helped; each counts once a month. */
                        solved: number;
                        /** @enum {unknown} */
                        source: "admin" | "ticket";
                        /** @enum {unknown} */
                        state: "draft" | "published" | "deleted";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        ticket_id: number | null;
                        title: string;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        updated_at: string;
                        /** @description Counts its changes; also its ETag. */
                        version: number;
                        views: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-match"?: components["parameters"]["if-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        created_at: string;
                        id: number;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description What people call it by in Discord. */
                        number: number;
                        /** @description How many members it helped; each counts once a month. */
                        solved: number;
                        /** @enum {unknown} */
                        source: "admin" | "ticket";
                        /** @enum {unknown} */
                        state: "draft" | "published" | "deleted";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        ticket_id: number | null;
                        title: string;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        updated_at: string;
                        /** @description Counts its changes; also its ETag. */
                        version: number;
                        views: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    publishFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-match"?: components["parameters"]["if-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        created_at: string;
                        id: number;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description What people call it by in Discord. */
                        number: number;
                        /** @description How many members it helped; each counts once a month. */
                        solved: number;
                        /** @enum {unknown} */
                        source: "admin" | "ticket";
                        /** @enum {unknown} */
                        state: "draft" | "published" | "deleted";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        ticket_id: number | null;
                        title: string;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        updated_at: string;
                        /** @description Counts its changes; also its ETag. */
                        version: number;
                        views: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rollBackFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-match"?: components["parameters"]["if-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        created_at: string;
                        id: number;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description What people call it by in Discord. */
                        number: number;
                        /** @description How many members it helped; each counts once a month. */
                        solved: number;
                        /** @enum {unknown} */
                        source: "admin" | "ticket";
                        /** @enum {unknown} */
                        state: "draft" | "published" | "deleted";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        ticket_id: number | null;
                        title: string;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        updated_at: string;
                        /** @description Counts its changes; also its ETag. */
                        version: number;
                        views: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFaqVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `set_aside` was written while somebody else changed the entry, and was never shown.
                         * @enum {unknown}
                         */
                        act: "created" | "edited" | "published" | "deleted" | "restored" | "set_aside";
                        category: string | null;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        changed_at: string;
                        changed_by: string | null;
                        keywords: string[];
                        /**
                         * @description Of its words; `simple` is any other.
                         * @enum {unknown}
                         */
                        language: "en" | "nl" | "simple";
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        title: string;
                        version: number;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFaqFigures: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: number;
                        /** @example 12 */
                        published: number;
                        /** @description How often a member needed no ticket. */
                        solved: number;
                        views: number;
                        /** @description Searches that nobody has dealt with. */
                        without_hit: number;
                        /** @description How often these were asked. */
                        without_hit_asked: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchFaq: {
        parameters: {
            query: {
                /** @description Of whoever asks; otherwise that of the guild. */
                language?: "en" | "nl";
                q: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        category: string | null;
                        /** @example 1 */
                        id: number;
                        /** @example 1 */
                        number: number;
                        reasons: {
                            /** @enum {unknown} */
                            because: "written" | "synonym" | "typo";
                            /** @description What stands there. */
                            found: string;
                            /** @enum {unknown} */
                            place: "title" | "keywords" | "answer";
                            /** @description What was looked for. */
                            written: string;
                        }[];
                        /** @description From 0 to 1. */
                        score: number;
                        /** @description The answer, in Discord's Markdown. */
                        summary: string;
                        title: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFaqSearches: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        id: number;
                        /**
                         * Format: date-time
                         * @example 2027-03-01T12:00:00Z
                         */
                        last_asked_at: string;
                        words: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dismissFaqSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                search_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Dismissed */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listFaqSynonyms: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         [
                     *           "refund",
                     *           "money back",
                     *           "reimbursement"
                     *         ]
                     *       ]
                     *     }
                     */
                    "application/json": {
                        groups: string[][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    replaceFaqSynonyms: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-match"?: components["parameters"]["if-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "groups": [
                 *         [
                 *           "refund",
                 *           "money back",
                 *           "reimbursement"
                 *         ]
                 *       ]
                 *     }
                 */
                "application/json": {
                    groups: string[][];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         [
                     *           "refund",
                     *           "money back",
                     *           "reimbursement"
                     *         ]
                     *       ]
                     *     }
                     */
                    "application/json": {
                        groups: string[][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readConsents: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guild_id": 123456789,
                     *       "acceptance_count": 41,
                     *       "versions": [
                     *         {
                     *           "version": 1,
                     *           "accepted": 41,
                     *           "withdrawn": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Members who agree, to whichever version. */
                        acceptance_count: number;
                        /** Format: snowflake */
                        guild_id: string;
                        /** @description Newest first; those to which nobody ever agreed are missing. */
                        versions: {
                            accepted: number;
                            version: number;
                            withdrawn: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getModelUsage: {
        parameters: {
            query?: {
                /** @description How many days of UTC, with today. */
                days?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Oldest first; days without a call are left out. */
                        days: {
                            /**
                             * @description Calls that were answered.
                             * @example 3
                             */
                            answers: number;
                            /**
                             * @description By the prices that are known.
                             * @example 0.0125
                             */
                            cost_usd: number;
                            /** Format: date */
                            day: string;
                            /**
                             * @description Calls that were not.
                             * @example 0
                             */
                            failures: number;
                            /**
                             * @description Read and written; of calls that were lost, the most that it can be.
                             * @example 1234
                             */
                            tokens: number;
                        }[];
                        /** @description Who used most. */
                        members: {
                            /**
                             * @description By the prices that are known.
                             * @example 0.0125
                             */
                            cost_usd: number;
                            /**
                             * @description Calls in their name.
                             * @example 3
                             */
                            questions: number;
                            /**
                             * @description Read and written; of calls that were lost, the most that it can be.
                             * @example 1234
                             */
                            tokens: number;
                            /** Format: snowflake */
                            user_id: string;
                        }[];
                        /** @example 30 */
                        period_days: number;
                        /** @description What it was asked for, the most tokens first. */
                        purposes: {
                            /**
                             * @description Calls that were answered.
                             * @example 3
                             */
                            answers: number;
                            /**
                             * @description By the prices that are known.
                             * @example 0.0125
                             */
                            cost_usd: number;
                            /**
                             * @description Calls that were not.
                             * @example 0
                             */
                            failures: number;
                            /** @enum {unknown} */
                            purpose: "ask" | "ticket_summary" | "reply_draft" | "faq_draft" | "announcement";
                            /**
                             * @description Read and written; of calls that were lost, the most that it can be.
                             * @example 1234
                             */
                            tokens: number;
                        }[];
                        today: {
                            /** @description Null: no limit. */
                            member_questions: number | null;
                            money_usd: {
                                /** @description Null: no limit. */
                                left: number | null;
                                /** @description Null: no limit. */
                                limit: number | null;
                                /** @description What calls under way may cost at the most. */
                                reserved: number;
                                /**
                                 * @description Since midnight UTC.
                                 * @example 0.0125
                                 */
                                spent: number;
                            };
                            /**
                             * Format: date-time
                             * @description When budgets and quotas start anew.
                             */
                            resets_at: string;
                            tokens: {
                                /** @description Null: no limit. */
                                left: number | null;
                                /** @description Null: no limit. */
                                limit: number | null;
                                /** @description What calls under way may cost at the most. */
                                reserved: number;
                                /**
                                 * @description Since midnight UTC.
                                 * @example 1234
                                 */
                                spent: number;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listInviters: {
        parameters: {
            query?: {
                /** @description How many on a page. */
                limit?: number;
                /** @description Pages beyond the last are the last. */
                page?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description All joins since the bot follows them, whoever brought them about. */
                        guild: {
                            /**
                             * @description Of those, how many are certainly by their inviter.
                             * @example 0
                             */
                            certain: number;
                            /**
                             * @description First joins of persons.
                             * @example 0
                             */
                            joins: number;
                            /**
                             * @description Of those, how many are likely by their inviter.
                             * @example 0
                             */
                            likely: number;
                            /**
                             * @description Joins of persons who had been there before; they count for nothing.
                             * @example 0
                             */
                            rejoins: number;
                            /**
                             * @description Of those, how many count for nobody.
                             * @example 0
                             */
                            unattributed: number;
                        };
                        /** @description The most invites first. */
                        inviters: {
                            /** @description What admins have added or taken away. */
                            adjustment: number;
                            /**
                             * @description Joins that can only be by this inviter.
                             * @example 0
                             */
                            certain: number;
                            /**
                             * @description Persons brought who are still there, with what admins have changed; never below zero.
                             * @example 0
                             */
                            invites: number;
                            /**
                             * @description Persons brought, each counted once.
                             * @example 0
                             */
                            joins: number;
                            /**
                             * @description Of those, the persons who are not there any more.
                             * @example 0
                             */
                            left: number;
                            /**
                             * @description Joins that are more likely by this inviter than by any other.
                             * @example 0
                             */
                            likely: number;
                            /**
                             * @description Joins of persons who had been there before; they count for nothing.
                             * @example 0
                             */
                            rejoins: number;
                            /** Format: snowflake */
                            user_id: string;
                        }[];
                        page: number;
                        pages: number;
                        /**
                         * @description Inviters on all pages.
                         * @example 0
                         */
                        total: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listKnowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            /** @example 38 */
                            bytes: number;
                            /**
                             * @description Of the document.
                             * @example 7
                             */
                            id: number;
                            /** @example Raids */
                            name: string;
                            /**
                             * @description `uploaded`, or `file` of the data directory.
                             * @example uploaded
                             */
                            origin: string;
                            /** @example 1 */
                            passages: number;
                            /** Format: date-time */
                            updated_at: string;
                            updated_by: string | null;
                            /**
                             * @description Counts the replacements, from 1.
                             * @example 2
                             */
                            version: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    uploadKnowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description At most 200,000 characters, and 256 KiB with the rest of the request.
                     * @example # Raids
                     *
                     *     We raid on Fridays at 20:00.
                     */
                    markdown: string;
                    /**
                     * @description What answers call it.
                     * @example Raids
                     */
                    name: string;
                    /** @description The version it takes the place of, 0 for none; another one is refused. Not sent: whichever. */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the document.
                         * @example 7
                         */
                        id: number;
                        /**
                         * @description Into how many parts it was cut to be searched.
                         * @example 1
                         */
                        passages: number;
                        /** @example true */
                        success: boolean;
                        /**
                         * @description Counts the replacements, from 1.
                         * @example 2
                         */
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    removeKnowledge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                /** @example 7 */
                document_id: string;
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example true */
                        success: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOnboardingFunnel: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "days": 30,
                     *       "started": 20,
                     *       "steps": [
                     *         {
                     *           "kind": "rule",
                     *           "id": 1,
                     *           "title": "Be Respectful",
                     *           "reached": 20,
                     *           "completed": 18
                     *         }
                     *       ],
                     *       "completed": 15,
                     *       "in_progress": 2,
                     *       "abandoned": 3,
                     *       "median_seconds": 95
                     *     }
                     */
                    "application/json": {
                        /** @description Not completed, without a step in the last week. */
                        abandoned: number;
                        completed: number;
                        days: number;
                        /** @description Not completed, with a step in the last week. */
                        in_progress: number;
                        median_seconds: number | null;
                        started: number;
                        steps: {
                            completed: number;
                            id: number | null;
                            /** @enum {unknown} */
                            kind: "rule" | "question" | "followup" | "personalization" | "language" | "other_language" | "summary";
                            reached: number;
                            title: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOnboardingQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "question": "What is your trading experience?",
                     *         "question_type": "select",
                     *         "options": [
                     *           {
                     *             "label": "Beginner",
                     *             "value": "beginner"
                     *           }
                     *         ],
                     *         "followup": null,
                     *         "required": true,
                     *         "enabled": true,
                     *         "step_order": 1
                     *       }
                     *     ]
                     */
                    "application/json": {
                        enabled: boolean;
                        followup: {
                            [key: string]: {
                                question: string;
                                /** @enum {unknown} */
                                type?: "text" | "email";
                            };
                        } | null;
                        id: number;
                        options: {
                            label: string;
                            value: string;
                        }[] | null;
                        question: string;
                        /** @enum {unknown} */
                        question_type: "select" | "multiselect" | "text" | "email";
                        required: boolean;
                        step_order: number;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    saveOnboardingQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    enabled?: boolean;
                    /** @description What is asked on, by the value of the option that was chosen. */
                    followup?: {
                        [key: string]: {
                            question: string;
                            /** @enum {unknown} */
                            type?: "text" | "email";
                        };
                    } | null;
                    id?: string | null;
                    options?: {
                        label: string;
                        value: string;
                    }[] | null;
                    question: string;
                    /** @enum {unknown} */
                    question_type: "select" | "multiselect" | "text" | "email";
                    /** @default true */
                    required?: boolean;
                    /** @description Its place, from 1; those behind it move down. Not sent: an item keeps its place, a new one is the last. */
                    step_order?: number;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Question saved successfully",
                     *       "id": 1
                     *     }
                     */
                    "application/json": {
                        id: number;
                        /** @example Order updated successfully */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOnboardingQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                question_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Order updated successfully */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reorderOnboarding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "questions": [
                 *         1,
                 *         3,
                 *         2
                 *       ],
                 *       "rules": [
                 *         2,
                 *         1
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The ids of all, in their new order. */
                    questions?: string[] | null;
                    /** @description The ids of all, in their new order. */
                    rules?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Order updated successfully */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOnboardingResponses: {
        parameters: {
            query?: {
                /** @description Only those confirmed before the one with this id. */
                before?: number;
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "responses": [
                     *         {
                     *           "id": 12,
                     *           "user_id": "1100000000000000104",
                     *           "completed_at": "2027-03-01T12:00:00Z",
                     *           "mode": "rules_with_questions",
                     *           "answers": [
                     *             {
                     *               "question_id": 1,
                     *               "question": "What is your trading experience?",
                     *               "type": "select",
                     *               "answer": "beginner",
                     *               "labels": [
                     *                 "Beginner"
                     *               ]
                     *             }
                     *           ],
                     *           "personalization": "full",
                     *           "language": "en"
                     *         }
                     *       ],
                     *       "next_before": null
                     *     }
                     */
                    "application/json": {
                        next_before: number | null;
                        responses: {
                            answers: {
                                /** @description The value of an option, the values of several, or a text; null: skipped. */
                                answer: string | string[] | null;
                                /** @description What was asked on, by the value of the option. */
                                followup?: {
                                    [key: string]: {
                                        answer: string | null;
                                        question: string;
                                        /** @enum {unknown} */
                                        type: "text" | "email";
                                    };
                                };
                                /** @description Of the options that were chosen, as shown then. */
                                labels?: string[];
                                /** @description As it was asked then. */
                                question: string;
                                question_id: number;
                                /** @enum {unknown} */
                                type: "select" | "multiselect" | "text" | "email";
                            }[];
                            /** Format: date-time */
                            completed_at: string;
                            /** @description Grows with each confirmation; for `before`. */
                            id: number;
                            language: string | null;
                            /** @enum {unknown} */
                            mode: "rules_only" | "rules_with_questions" | "questions_only";
                            personalization: ("full" | "events_only" | "no") | null;
                            /** Format: snowflake */
                            user_id: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOnboardingRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "title": "Be Respectful",
                     *         "description": "Treat all members with respect",
                     *         "thumbnail_url": "https://example.com/thumb.png",
                     *         "image_url": "https://example.com/image.png",
                     *         "enabled": true,
                     *         "rule_order": 1
                     *       }
                     *     ]
                     */
                    "application/json": {
                        description: string;
                        enabled: boolean;
                        id: number;
                        image_url: string | null;
                        rule_order: number;
                        thumbnail_url: string | null;
                        title: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    saveOnboardingRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description: string;
                    /** @default true */
                    enabled?: boolean;
                    id?: string | null;
                    image_url?: string | null;
                    /** @description Its place, from 1; those behind it move down. Not sent: an item keeps its place, a new one is the last. */
                    rule_order?: number;
                    thumbnail_url?: string | null;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Question saved successfully",
                     *       "id": 1
                     *     }
                     */
                    "application/json": {
                        id: number;
                        /** @example Order updated successfully */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteOnboardingRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Order updated successfully */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSettingsHistory: {
        parameters: {
            query?: {
                /** @example 1 */
                before?: string;
                key?: string;
                limit?: number;
                scope?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "scope": "reminders",
                     *         "key": "default_channel_id",
                     *         "old_value": "111222333",
                     *         "new_value": "444555666",
                     *         "value_type": "channel",
                     *         "changed_by": 123456789,
                     *         "changed_at": "2026-01-21T12:00:00Z",
                     *         "change_type": "updated",
                     *         "source": "api"
                     *       }
                     *     ]
                     */
                    "application/json": {
                        /** @enum {unknown} */
                        change_type: "created" | "updated" | "deleted" | "rollback";
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        changed_at: string;
                        /** @description Null: somebody whose data were erased. */
                        changed_by: string | null;
                        id: number;
                        key: string;
                        /** @description Boolean, number or text, as the setting is declared; ids are text. Null: none. */
                        new_value: unknown;
                        /** @description Boolean, number or text, as the setting is declared; ids are text. Null: none. */
                        old_value: unknown;
                        scope: string;
                        /** @enum {unknown} */
                        source: "api" | "command";
                        /** @description As what the new value was declared when it was stored. */
                        value_type: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rollBackSetting: {
        parameters: {
            query?: {
                /** @description Only tell what would change. */
                dry_run?: boolean;
            };
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read; when the settings have changed since, nothing is stored.
                 * @example "7"
                 */
                "if-match"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                history_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The version of the guild's settings. */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Rolled back reminders.default_channel_id to previous value",
                     *       "dry_run": false,
                     *       "scope": "reminders",
                     *       "key": "default_channel_id",
                     *       "old_value": "444555666",
                     *       "new_value": "111222333",
                     *       "version": 8
                     *     }
                     */
                    "application/json": {
                        dry_run: boolean;
                        key: string;
                        message: string;
                        /** @description Boolean, number or text, as the setting is declared; ids are text. Null: none. */
                        new_value: unknown;
                        /** @description Boolean, number or text, as the setting is declared; ids are text. Null: none. */
                        old_value: unknown;
                        scope: string;
                        /** @constant */
                        success: true;
                        /** @description The guild's settings version after this, which is also its ETag. */
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description What comes after this id, as the header Last-Event-ID does, which wins; without both: from now on. */
                last_event_id?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events, with a comment every 15 seconds. `event: reset`: events may be missing since the id that was sent; read everything again. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTicketBlocks: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        blocked_at: string;
                        blocked_by: string | null;
                        reason: string | null;
                        /** @example 1100000000000000104 */
                        user_id: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    blockFromTickets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Opens tickets for fun"
                 *     }
                 */
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example true
                         * @constant
                         */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unblockFromTickets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example true
                         * @constant
                         */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTicketLabels: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        color: number | null;
                        /** @example 1 */
                        id: number;
                        name: string;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    saveTicketLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Billing",
                 *       "color": 3900150
                 *     }
                 */
                "application/json": {
                    color?: number | null;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        color: number | null;
                        /** @example 1 */
                        id: number;
                        name: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTicketLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                label_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example true
                         * @constant
                         */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTicketPanels: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        panels: {
                            /** @enum {unknown} */
                            assignment: "none" | "round_robin" | "least_loaded";
                            auto_close_hours: number | null;
                            category_id: string | null;
                            cooldown_seconds: number;
                            description: string;
                            emoji: string | null;
                            enabled: boolean;
                            first_response_minutes: number | null;
                            hours: {
                                windows: {
                                    /** @description 0 is Monday. */
                                    day: number;
                                    /** @example 09:00 */
                                    from: string;
                                    /**
                                     * @description At or before `from`: on the next day.
                                     * @example 17:00
                                     */
                                    to: string;
                                }[];
                                /**
                                 * @description IANA name.
                                 * @example Europe/Brussels
                                 */
                                zone: string;
                            } | null;
                            /** @example 1 */
                            id: string;
                            idle_hours: number | null;
                            most_open: number | null;
                            most_per_member: number;
                            name: string;
                            offers_answers: boolean;
                            /** @enum {unknown} */
                            outside_hours: "refuse" | "warn";
                            overflow_category_id: string | null;
                            /** @enum {unknown} */
                            place: "channel" | "thread";
                            questions: {
                                /** @enum {unknown} */
                                kind: "short" | "long" | "select";
                                label: string;
                                most: number;
                                options: string[];
                                placeholder: string | null;
                                required: boolean;
                            }[];
                            refused_role_ids: string[];
                            required_role_ids: string[];
                            resolution_minutes: number | null;
                            staff_role_ids: string[];
                            thread_channel_id: string | null;
                            version: number;
                            welcome: string | null;
                        }[];
                        postings: {
                            /** @example 1100000000000000201 */
                            channel_id: string;
                            message_id: string | null;
                            panel_ids: string[] | null;
                            /** @enum {unknown} */
                            style: "buttons" | "menu";
                            trouble: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTicketPanel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Billing",
                 *       "description": "Invoices and refunds",
                 *       "category_id": "1100000000000000205"
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    assignment?: "none" | "round_robin" | "least_loaded";
                    auto_close_hours?: number | null;
                    category_id?: string | null;
                    cooldown_seconds?: number;
                    description?: string;
                    emoji?: string | null;
                    /** @default true */
                    enabled?: boolean;
                    first_response_minutes?: number | null;
                    hours?: {
                        windows: {
                            /** @description 0 is Monday. */
                            day: number;
                            /** @example 09:00 */
                            from: string;
                            /**
                             * @description At or before `from`: on the next day.
                             * @example 17:00
                             */
                            to: string;
                        }[];
                        /**
                         * @description IANA name.
                         * @example Europe/Brussels
                         */
                        zone: string;
                    } | null;
                    idle_hours?: number | null;
                    most_open?: number | null;
                    most_per_member?: number;
                    name: string;
                    /** @default true */
                    offers_answers?: boolean;
                    /** @enum {unknown} */
                    outside_hours?: "refuse" | "warn";
                    overflow_category_id?: string | null;
                    /** @enum {unknown} */
                    place?: "channel" | "thread";
                    questions?: {
                        /** @enum {unknown} */
                        kind: "short" | "long" | "select";
                        label: string;
                        /**
                         * @description How many of the options may be chosen.
                         * @default 1
                         */
                        most?: number;
                        /** @description Of a select, and only of one. */
                        options?: string[];
                        placeholder?: string | null;
                        /** @default true */
                        required?: boolean;
                    }[];
                    /** @description Whoever has one of these is refused. */
                    refused_role_ids?: string[];
                    /** @description A member needs one of these. */
                    required_role_ids?: string[];
                    resolution_minutes?: number | null;
                    /** @description Empty: the staff role of the guild's settings. */
                    staff_role_ids?: string[];
                    thread_channel_id?: string | null;
                    welcome?: string | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        panel: {
                            /** @enum {unknown} */
                            assignment: "none" | "round_robin" | "least_loaded";
                            auto_close_hours: number | null;
                            category_id: string | null;
                            cooldown_seconds: number;
                            description: string;
                            emoji: string | null;
                            enabled: boolean;
                            first_response_minutes: number | null;
                            hours: {
                                windows: {
                                    /** @description 0 is Monday. */
                                    day: number;
                                    /** @example 09:00 */
                                    from: string;
                                    /**
                                     * @description At or before `from`: on the next day.
                                     * @example 17:00
                                     */
                                    to: string;
                                }[];
                                /**
                                 * @description IANA name.
                                 * @example Europe/Brussels
                                 */
                                zone: string;
                            } | null;
                            /** @example 1 */
                            id: string;
                            idle_hours: number | null;
                            most_open: number | null;
                            most_per_member: number;
                            name: string;
                            offers_answers: boolean;
                            /** @enum {unknown} */
                            outside_hours: "refuse" | "warn";
                            overflow_category_id: string | null;
                            /** @enum {unknown} */
                            place: "channel" | "thread";
                            questions: {
                                /** @enum {unknown} */
                                kind: "short" | "long" | "select";
                                label: string;
                                most: number;
                                options: string[];
                                placeholder: string | null;
                                required: boolean;
                            }[];
                            refused_role_ids: string[];
                            required_role_ids: string[];
                            resolution_minutes: number | null;
                            staff_role_ids: string[];
                            thread_channel_id: string | null;
                            version: number;
                            welcome: string | null;
                        };
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeTicketPanel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                panel_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "enabled": false
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    assignment?: "none" | "round_robin" | "least_loaded";
                    auto_close_hours?: number | null;
                    category_id?: string | null;
                    cooldown_seconds?: number;
                    description?: string;
                    emoji?: string | null;
                    /** @default true */
                    enabled?: boolean;
                    first_response_minutes?: number | null;
                    hours?: {
                        windows: {
                            /** @description 0 is Monday. */
                            day: number;
                            /** @example 09:00 */
                            from: string;
                            /**
                             * @description At or before `from`: on the next day.
                             * @example 17:00
                             */
                            to: string;
                        }[];
                        /**
                         * @description IANA name.
                         * @example Europe/Brussels
                         */
                        zone: string;
                    } | null;
                    idle_hours?: number | null;
                    most_open?: number | null;
                    most_per_member?: number;
                    name?: string;
                    /** @default true */
                    offers_answers?: boolean;
                    /** @enum {unknown} */
                    outside_hours?: "refuse" | "warn";
                    overflow_category_id?: string | null;
                    /** @enum {unknown} */
                    place?: "channel" | "thread";
                    questions?: {
                        /** @enum {unknown} */
                        kind: "short" | "long" | "select";
                        label: string;
                        /**
                         * @description How many of the options may be chosen.
                         * @default 1
                         */
                        most?: number;
                        /** @description Of a select, and only of one. */
                        options?: string[];
                        placeholder?: string | null;
                        /** @default true */
                        required?: boolean;
                    }[];
                    /** @description Whoever has one of these is refused. */
                    refused_role_ids?: string[];
                    /** @description A member needs one of these. */
                    required_role_ids?: string[];
                    resolution_minutes?: number | null;
                    /** @description Empty: the staff role of the guild's settings. */
                    staff_role_ids?: string[];
                    thread_channel_id?: string | null;
                    /** @description That was read; a panel that was changed since is not changed (409). */
                    version: number;
                    welcome?: string | null;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        panel: {
                            /** @enum {unknown} */
                            assignment: "none" | "round_robin" | "least_loaded";
                            auto_close_hours: number | null;
                            category_id: string | null;
                            cooldown_seconds: number;
                            description: string;
                            emoji: string | null;
                            enabled: boolean;
                            first_response_minutes: number | null;
                            hours: {
                                windows: {
                                    /** @description 0 is Monday. */
                                    day: number;
                                    /** @example 09:00 */
                                    from: string;
                                    /**
                                     * @description At or before `from`: on the next day.
                                     * @example 17:00
                                     */
                                    to: string;
                                }[];
                                /**
                                 * @description IANA name.
                                 * @example Europe/Brussels
                                 */
                                zone: string;
                            } | null;
                            /** @example 1 */
                            id: string;
                            idle_hours: number | null;
                            most_open: number | null;
                            most_per_member: number;
                            name: string;
                            offers_answers: boolean;
                            /** @enum {unknown} */
                            outside_hours: "refuse" | "warn";
                            overflow_category_id: string | null;
                            /** @enum {unknown} */
                            place: "channel" | "thread";
                            questions: {
                                /** @enum {unknown} */
                                kind: "short" | "long" | "select";
                                label: string;
                                most: number;
                                options: string[];
                                placeholder: string | null;
                                required: boolean;
                            }[];
                            refused_role_ids: string[];
                            required_role_ids: string[];
                            resolution_minutes: number | null;
                            staff_role_ids: string[];
                            thread_channel_id: string | null;
                            version: number;
                            welcome: string | null;
                        };
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTicketPanel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                panel_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Deleted Billing */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    orderTicketPanels: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "panels": [
                 *         "2",
                 *         "1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The ids of all, in their new order. */
                    panels: string[];
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example Deleted Billing */
                        message: string;
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    postTicketPanels: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel_id": "1100000000000000201",
                 *       "style": "buttons"
                 *     }
                 */
                "application/json": {
                    /** Format: snowflake */
                    channel_id: string;
                    panel_ids?: string[] | null;
                    /** @enum {unknown} */
                    style?: "buttons" | "menu";
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posting: {
                            /** @example 1100000000000000201 */
                            channel_id: string;
                            message_id: string | null;
                            panel_ids: string[] | null;
                            /** @enum {unknown} */
                            style: "buttons" | "menu";
                            trouble: string | null;
                        };
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                assignee_id?: string;
                /** @description As a list of tickets gave it. */
                cursor?: number;
                label?: string;
                limit?: number;
                opener_id?: string;
                /** @example 1 */
                panel_id?: string;
                priority?: "low" | "normal" | "high" | "urgent";
                status?: "open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived";
                /** @description Part of what the member wrote or is called, or the number of the ticket. */
                text?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            answer: string;
                            question: string;
                        }[];
                        archived_at: string | null;
                        channel_id: string | null;
                        claimed_at: string | null;
                        claimed_by: string | null;
                        close_reason: string | null;
                        closed_at: string | null;
                        closed_by: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        description: string;
                        escalated_to: string | null;
                        /** @example 1 */
                        id: number;
                        labels: string[];
                        /** @description Counts per guild; what people read. */
                        number: number;
                        opener_id: string | null;
                        panel_id: number | null;
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        /** @enum {unknown} */
                        status: "open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived";
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        updated_at: string;
                        username: string;
                        version: number;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            answer: string;
                            question: string;
                        }[];
                        archived_at: string | null;
                        channel_id: string | null;
                        claimed_at: string | null;
                        claimed_by: string | null;
                        close_reason: string | null;
                        close_request: {
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            due_at: string;
                            reason: string | null;
                            requested_by: string | null;
                        } | null;
                        closed_at: string | null;
                        closed_by: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        description: string;
                        escalated_to: string | null;
                        /** @description What happened to it, oldest first; the latest 500. */
                        events: {
                            actor_id: string | null;
                            /** @description Ids in it are strings. */
                            details: {
                                [key: string]: unknown;
                            };
                            from: ("open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived") | null;
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            happened_at: string;
                            /** @example 1 */
                            id: number;
                            /**
                             * @description A move, or what its name says.
                             * @example claim
                             */
                            kind: string;
                            to: ("open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived") | null;
                        }[];
                        /** @example 1 */
                        id: number;
                        labels: string[];
                        /** @description What the caller may do to it now. */
                        moves: ("claim" | "unclaim" | "assign" | "wait" | "answer" | "resume" | "escalate" | "deescalate" | "transfer" | "close" | "reopen" | "archive")[];
                        notes: {
                            author_id: string | null;
                            body: string;
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            created_at: string;
                            edited_at: string | null;
                            /** @example 1 */
                            id: number;
                        }[];
                        /** @description Counts per guild; what people read. */
                        number: number;
                        opener_id: string | null;
                        panel_id: number | null;
                        /** @description Whom staff let into its channel. */
                        people: string[];
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        rating: {
                            comment: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            rated_at: string;
                            score: number;
                        } | null;
                        /** @enum {unknown} */
                        status: "open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived";
                        time: {
                            archives_at: string | null;
                            closes_at: string | null;
                            /** @description From reminders, closing and archiving by itself. */
                            excluded: boolean;
                            first_response_at: string | null;
                            last_by: ("opener" | "staff") | null;
                            last_message_at: string | null;
                            /**
                             * @description Who has to say something.
                             * @enum {unknown}
                             */
                            owes: "member" | "staff";
                            reminder_at: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            silent_since: string;
                            stays_because: ("solved" | "switched_off" | "excluded" | "staff_owes" | "closing_off") | null;
                            targets: {
                                due_at: string | null;
                                /** @enum {unknown} */
                                kind: "first_response" | "resolution";
                                /** @description Within opening hours. */
                                minutes: number;
                                /** @enum {unknown} */
                                state: "running" | "paused" | "met" | "missed";
                            }[];
                        } | null;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        updated_at: string;
                        username: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    markTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "priority": "high"
                 *     }
                 */
                "application/json": {
                    /** @description All of them, in place of those it has. */
                    labels?: string[];
                    /** @enum {unknown} */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description The version that was seen; where the ticket has another by now, nothing is done (409). */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            answer: string;
                            question: string;
                        }[];
                        archived_at: string | null;
                        channel_id: string | null;
                        claimed_at: string | null;
                        claimed_by: string | null;
                        close_reason: string | null;
                        closed_at: string | null;
                        closed_by: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        description: string;
                        escalated_to: string | null;
                        /** @example 1 */
                        id: number;
                        labels: string[];
                        /** @description Counts per guild; what people read. */
                        number: number;
                        opener_id: string | null;
                        panel_id: number | null;
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        /** @enum {unknown} */
                        status: "open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived";
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        updated_at: string;
                        username: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readTicketAttachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                attachment_id: string;
                guild_id: string;
                /** @description Of the ticket; not its number. */
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes; pictures come with their own type. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    excludeTicketFromAutoClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "excluded": true
                 *     }
                 */
                "application/json": {
                    /** @description Whether it is left alone: neither reminded of nor closed by itself. */
                    excluded: boolean;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "excluded": true
                     *     }
                     */
                    "application/json": {
                        /** @description Whether it is left alone: neither reminded of nor closed by itself. */
                        excluded: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    moveTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "close",
                 *       "reason": "Solved"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: snowflake
                     * @description With `assign`: a member of its staff.
                     */
                    assignee_id?: string;
                    /** @enum {unknown} */
                    move: "claim" | "unclaim" | "assign" | "wait" | "answer" | "resume" | "escalate" | "deescalate" | "transfer" | "close" | "reopen" | "archive";
                    /** @description With `transfer`; null is the general staff. */
                    panel_id?: string | null;
                    /** @description The member sees it. */
                    reason?: string;
                    /**
                     * Format: snowflake
                     * @description With `escalate`: who is called, else the escalation role of the settings.
                     */
                    role_id?: string;
                    /** @description The version that was seen; where the ticket has another by now, nothing is done (409). */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            answer: string;
                            question: string;
                        }[];
                        archived_at: string | null;
                        channel_id: string | null;
                        claimed_at: string | null;
                        claimed_by: string | null;
                        close_reason: string | null;
                        closed_at: string | null;
                        closed_by: string | null;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        description: string;
                        escalated_to: string | null;
                        /** @example 1 */
                        id: number;
                        labels: string[];
                        /** @description Counts per guild; what people read. */
                        number: number;
                        opener_id: string | null;
                        panel_id: number | null;
                        /** @enum {unknown} */
                        priority: "low" | "normal" | "high" | "urgent";
                        /** @enum {unknown} */
                        status: "open" | "claimed" | "waiting_for_user" | "escalated" | "closed" | "archived";
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        updated_at: string;
                        username: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTicketNotes: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author_id: string | null;
                        body: string;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        edited_at: string | null;
                        /** @example 1 */
                        id: number;
                    }[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    addTicketNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "Asked the shop for the receipt."
                 *     }
                 */
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author_id: string | null;
                        body: string;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        edited_at: string | null;
                        /** @example 1 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteTicketNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                note_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @example true
                         * @constant
                         */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeTicketNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @example 1 */
                note_id: string;
                /** @example 1 */
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": "Asked the shop for the receipt."
                 *     }
                 */
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author_id: string | null;
                        body: string;
                        /**
                         * Format: date-time
                         * @example 2026-01-21T12:00:00Z
                         */
                        created_at: string;
                        edited_at: string | null;
                        /** @example 1 */
                        id: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTicketSummary: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entry: {
                            answer: string;
                            keywords: string[];
                            title: string;
                        } | null;
                        reason: string | null;
                        /**
                         * @description wanted: it is being written; made: written; without: there is none, for the reason
                         * @example made
                         * @enum {unknown}
                         */
                        status: "wanted" | "made" | "without";
                        summary: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTranscript: {
        parameters: {
            query?: {
                /** @description Only messages after this one: `X-Next-Cursor`. */
                after?: string;
                /** @description Most to answer. */
                limit?: number;
                /** @description Words, each of them; their beginnings are enough. `"…"` is a phrase, `-` excludes a word. */
                q?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @description Of the ticket; not its number. */
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the transcript */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description Where the next page begins, if there is one. */
                    "X-Next-Cursor"?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Messages in all that are meant. */
                        count: number;
                        /**
                         * @description `not_complete`: the channel is still to be read to its end. `gone`: it was deleted before. `closed_to_bot`: the bot may not read it.
                         * @enum {unknown}
                         */
                        extent: "complete" | "not_complete" | "gone" | "closed_to_bot";
                        /** @description Oldest first. */
                        messages: {
                            attachments: {
                                /** Format: snowflake */
                                id: string;
                                name: string;
                                /** @description In bytes. */
                                size: number;
                                /**
                                 * @description `kept`: its bytes are here. `wanted`: they are being fetched. The others: why they are not.
                                 * @enum {unknown}
                                 */
                                state: "listed" | "wanted" | "kept" | "too_large" | "no_room" | "gone" | "failed" | "erased";
                            }[];
                            author_id: string | null;
                            author_name: string;
                            components: {
                                /** @enum {unknown} */
                                kind: "button" | "select" | "text";
                                text: string;
                            }[];
                            content: string;
                            deleted_at: string | null;
                            edited_at: string | null;
                            embeds: {
                                author: string | null;
                                color: number | null;
                                description: string | null;
                                fields: {
                                    inline: boolean;
                                    name: string;
                                    value: string;
                                }[];
                                footer: string | null;
                                image: string | null;
                                title: string | null;
                                url: string | null;
                            }[];
                            /** @description What it said before it was edited, oldest first. */
                            former: {
                                content: string;
                                /** Format: date-time */
                                until: string;
                            }[];
                            is_bot: boolean;
                            /** @description The deletion was found out later; `deleted_at` is when. */
                            is_deletion_missed: boolean;
                            is_erased: boolean;
                            /** @description Discord did not give its text, for want of the Message Content Intent. */
                            is_withheld: boolean;
                            /** @description Discord's type of message. */
                            kind: number;
                            /** Format: snowflake */
                            message_id: string;
                            reply_to: string | null;
                            /** Format: date-time */
                            sent_at: string;
                            stickers: string[];
                        }[];
                        /** @description What people call it. */
                        number: number;
                        /** @description Of the ticket; not its number. */
                        ticket_id: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readTranscriptPage: {
        parameters: {
            query?: {
                /** @description Words, each of them; their beginnings are enough. `"…"` is a phrase, `-` excludes a word. */
                q?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @description Of the ticket; not its number. */
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that needs nothing but itself. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readTranscriptJson: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @description Of the ticket; not its number. */
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket and all of its messages. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `not_complete`: the channel is still to be read to its end. `gone`: it was deleted before. `closed_to_bot`: the bot may not read it.
                         * @enum {unknown}
                         */
                        extent: "complete" | "not_complete" | "gone" | "closed_to_bot";
                        messages: {
                            attachments: {
                                /** Format: snowflake */
                                id: string;
                                name: string;
                                /** @description In bytes. */
                                size: number;
                                /**
                                 * @description `kept`: its bytes are here. `wanted`: they are being fetched. The others: why they are not.
                                 * @enum {unknown}
                                 */
                                state: "listed" | "wanted" | "kept" | "too_large" | "no_room" | "gone" | "failed" | "erased";
                            }[];
                            author_id: string | null;
                            author_name: string;
                            components: {
                                /** @enum {unknown} */
                                kind: "button" | "select" | "text";
                                text: string;
                            }[];
                            content: string;
                            deleted_at: string | null;
                            edited_at: string | null;
                            embeds: {
                                author: string | null;
                                color: number | null;
                                description: string | null;
                                fields: {
                                    inline: boolean;
                                    name: string;
                                    value: string;
                                }[];
                                footer: string | null;
                                image: string | null;
                                title: string | null;
                                url: string | null;
                            }[];
                            /** @description What it said before it was edited, oldest first. */
                            former: {
                                content: string;
                                /** Format: date-time */
                                until: string;
                            }[];
                            is_bot: boolean;
                            /** @description The deletion was found out later; `deleted_at` is when. */
                            is_deletion_missed: boolean;
                            is_erased: boolean;
                            /** @description Discord did not give its text, for want of the Message Content Intent. */
                            is_withheld: boolean;
                            /** @description Discord's type of message. */
                            kind: number;
                            /** Format: snowflake */
                            message_id: string;
                            reply_to: string | null;
                            /** Format: date-time */
                            sent_at: string;
                            stickers: string[];
                        }[];
                        number: number;
                        /** @description Of the ticket; not its number. */
                        ticket_id: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readTranscriptText: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @description Of the ticket; not its number. */
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of text. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTicketStats: {
        parameters: {
            query?: {
                /** @description Of UTC, today included. */
                days?: "7" | "30" | "all";
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closed: number;
                        /** @enum {unknown} */
                        days: "7" | "30" | "all";
                        /** @description Tickets that known answers made needless. */
                        deflected: number;
                        first_response: {
                            median_seconds: number | null;
                            p90_seconds: number | null;
                            tickets: number;
                        };
                        opened: number;
                        /** @description Oldest first. */
                        per_day: {
                            closed: number;
                            /**
                             * Format: date
                             * @example 2026-01-21
                             */
                            day: string;
                            opened: number;
                        }[];
                        per_label: {
                            closed: number;
                            label: string;
                            median_resolution_seconds: number | null;
                            opened: number;
                        }[];
                        per_panel: {
                            closed: number;
                            median_resolution_seconds: number | null;
                            name: string | null;
                            opened: number;
                            panel_id: number | null;
                        }[];
                        per_staff: {
                            /** @description To which they were the first to answer. */
                            answered: number;
                            average_rating: number | null;
                            /** @description Closed while they had it. */
                            closed: number;
                            median_first_response_seconds: number | null;
                            median_resolution_seconds: number | null;
                            ratings: number;
                            /** Format: snowflake */
                            user_id: string;
                        }[];
                        ratings: {
                            average: number | null;
                            count: number;
                            /** @description Of 1 to 5. */
                            per_score: number[];
                        };
                        resolution: {
                            median_seconds: number | null;
                            p90_seconds: number | null;
                            tickets: number;
                        };
                        /** @description As of now. */
                        unsolved: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    searchTranscripts: {
        parameters: {
            query: {
                author_id?: string;
                /** @description Only messages before this one: `X-Next-Cursor`. */
                before?: string;
                /** @description Most to answer. */
                limit?: number;
                /** @description Words, each of them; their beginnings are enough. `"…"` is a phrase, `-` excludes a word. */
                q: string;
                since?: string;
                /** @description Of the ticket; not its number. */
                ticket_id?: number;
                until?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description Where the next page begins, if there is one. */
                    "X-Next-Cursor"?: string;
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. Common words may answer fewer than the limit, with more to come. */
                        hits: {
                            author_id: string | null;
                            author_name: string;
                            is_deleted: boolean;
                            /** Format: snowflake */
                            message_id: string;
                            number: number | null;
                            /** Format: date-time */
                            sent_at: string;
                            /** @description A part of the text in pieces; those that were looked for are marked. */
                            snippet: {
                                is_hit: boolean;
                                text: string;
                            }[];
                            /** @description Of the ticket; not its number. */
                            ticket_id: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOperationalLogs: {
        parameters: {
            query: {
                /** @description Only events older than the one with this id. */
                before?: number;
                /**
                 * @description Only these types, separated by commas. Unknown ones are ignored; when none of them is known, nothing fits.
                 * @example BOT_RECONNECT,BOT_DISCONNECT
                 */
                event_types?: string;
                /** @description The guild; events that concern all guilds are included. */
                guild_id: string;
                /** @description Most events to answer. */
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        logs: {
                            /** @description As the type has them; ids of Discord are strings in here. */
                            details: {
                                [key: string]: unknown;
                            };
                            /** @description New types may join. */
                            event_type: string;
                            /** @description Null: it concerns every guild. */
                            guild_id: string | null;
                            /** @description Grows with every event. */
                            id: number;
                            /** @description One sentence for people. */
                            message: string;
                            /** Format: date-time */
                            timestamp: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    streamOperationalLogs: {
        parameters: {
            query: {
                /**
                 * @description Only these types, separated by commas. Unknown ones are ignored; when none of them is known, nothing fits.
                 * @example BOT_RECONNECT,BOT_DISCONNECT
                 */
                event_types?: string;
                /** @description The guild; events that concern all guilds are included. */
                guild_id: string;
                /** @description What comes after this id, as the header Last-Event-ID does, which wins; without both: from now on. */
                last_event_id?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events, with a comment every 15 seconds. `event: reset`: events may be missing since the id that was sent; read everything again. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: {
                /** @description Only of this guild; without it of MAIN_GUILD_ID, else of every guild that the caller administers. */
                guild_id?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bot: {
                            /** @example Lifecycle Manager */
                            codename: string;
                            commands: {
                                description: string | null;
                                /**
                                 * @description As a member types it.
                                 * @example add_reminder
                                 */
                                qualified_name: string;
                                /** @constant */
                                type: "slash";
                            }[];
                            /**
                             * @description All that a member can type, sub-commands each for itself.
                             * @example 30
                             */
                            commands_loaded: number;
                            /** @description Those that the figures are about, by name. */
                            guilds: {
                                /** Format: snowflake */
                                id: string;
                                member_count: number | null;
                                name: string;
                                owner_id: string | null;
                            }[];
                            /** @description Of the slowest shard; null while offline. */
                            latency_ms: number | null;
                            /** @description Every shard had a heartbeat acknowledged within its last two intervals. */
                            online: boolean;
                            /** @description The same in words. */
                            uptime_human: string | null;
                            /** @description Since all shards are connected; null while offline. */
                            uptime_seconds: number | null;
                            /** @example 2.4.0 */
                            version: string;
                        };
                        cache_metrics: {
                            /** @description Questions for figures under way, which requests share. */
                            command_stats_cache_size: number;
                            /** @description Runs of commands that this process has not written yet. */
                            command_tracker_queue_size: number;
                            /** @description Callers whose requests are counted for limits. */
                            ip_rate_limits_size: number;
                            /** @description Always 0: commands are registered when they differ. */
                            sync_cooldowns_size: number;
                            /** @description Always 0. */
                            ticket_cooldowns_size: number;
                        } | null;
                        command_usage: {
                            /** @example 7 */
                            period_days: number;
                            top_commands: {
                                /** @example add_reminder */
                                command_name: string;
                                /** @example 45 */
                                usage_count: number;
                            }[];
                            /**
                             * @description Since the beginning of the hour 24 hours ago.
                             * @example 150
                             */
                            total_commands_24h: number;
                        } | null;
                        gpt: {
                            /**
                             * @description Of the last 100 calls.
                             * @example 1200
                             */
                            average_latency_ms: number;
                            /**
                             * @description Empty without a language model.
                             * @example grok-3
                             */
                            current_model: string;
                            /** @example 2 */
                            error_count: number;
                            last_error_type: string | null;
                            /** @description Of the last call that succeeded. */
                            last_success_latency_ms: number | null;
                            last_success_time: string | null;
                            last_user_id: string | null;
                            rate_limit_reset: string | null;
                            recent_errors: {
                                error_type: string | null;
                                latency_ms: number | null;
                                timestamp: string | null;
                                tokens_used: number | null;
                                user_id: string | null;
                            }[];
                            recent_successes: {
                                error_type: string | null;
                                latency_ms: number | null;
                                timestamp: string | null;
                                tokens_used: number | null;
                                user_id: string | null;
                            }[];
                            /** @example 100 */
                            success_count: number;
                            /**
                             * @description Since midnight UTC.
                             * @example 5000
                             */
                            total_tokens_today: number;
                        };
                        infrastructure: {
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            checked_at: string;
                            /** @description Without the database there is no answer but 503. */
                            database_up: boolean;
                            /** @description Connections of this process to the database. */
                            pool_size: number | null;
                        };
                        reminders: {
                            /** @description The next event of any of them. */
                            next_event_time: string | null;
                            /** @example 5 */
                            one_off: number;
                            /** @description By the id of the channel. */
                            per_channel: {
                                [key: string]: number;
                            };
                            /** @example 10 */
                            recurring: number;
                            /**
                             * @description All that are not completed.
                             * @example 15
                             */
                            total: number;
                            /** @description Whose events come next. */
                            upcoming: {
                                /** Format: snowflake */
                                channel_id: string;
                                id: number;
                                is_recurring: boolean;
                                name: string;
                                /** @description When its next event is. */
                                scheduled_time: string | null;
                            }[];
                        };
                        /** @description What these guilds have set other than the default; the first thousand. */
                        settings_overrides: {
                            /** Format: snowflake */
                            guild_id: string;
                            /** @example model */
                            key: string;
                            /** @example gpt */
                            scope: string;
                            /**
                             * @description As JSON; of a secret only that there is one.
                             * @example "grok-3"
                             */
                            value: string;
                        }[];
                        tickets: {
                            average_close_human: string | null;
                            average_close_seconds: number | null;
                            last_ticket_created_at: string | null;
                            /**
                             * @description Neither closed nor archived.
                             * @example 5
                             */
                            open_count: number;
                            /** @description The oldest of those that are open. */
                            open_items: {
                                channel_id: string | null;
                                created_at: string | null;
                                /** @example 123 */
                                id: number;
                                status: string | null;
                                username: string | null;
                            }[];
                            /**
                             * @description Of those that are open, the oldest thousand.
                             * @example [
                             *       123,
                             *       456,
                             *       789
                             *     ]
                             */
                            open_ticket_ids: number[];
                            /**
                             * @example {
                             *       "open": 5,
                             *       "closed": 45
                             *     }
                             */
                            per_status: {
                                [key: string]: number;
                            };
                            /** @example 50 */
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readSettings: {
        parameters: {
            query?: {
                /** @description Also what holds because nobody chose otherwise. */
                include?: "defaults";
            };
            header?: {
                "if-none-match"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The version of the guild's settings. */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "system": {
                     *         "log_channel_id": "123456789",
                     *         "rules_channel_id": "987654321"
                     *       },
                     *       "reminders": {
                     *         "default_channel_id": "111222333",
                     *         "allow_everyone_mentions": false
                     *       },
                     *       "embedwatcher": {
                     *         "announcements_channel_id": "444555666"
                     *       },
                     *       "gpt": {
                     *         "model": "grok-3",
                     *         "temperature": 0.7
                     *       },
                     *       "invites": {},
                     *       "gdpr": {},
                     *       "onboarding": {},
                     *       "ticketbot": {},
                     *       "faq": {}
                     *     }
                     */
                    "application/json": {
                        embedwatcher: {
                            /**
                             * Announcements channel
                             * @description The channel in which announced events are read and become reminders.
                             */
                            announcements_channel_id?: string | null;
                            /**
                             * Certainty in percent
                             * @description An announcement that is read with at least this certainty becomes a reminder; about others somebody is asked.
                             */
                            confidence_threshold?: number;
                            /**
                             * Embed watcher
                             * @description Off: no announcement is read.
                             */
                            enabled?: boolean;
                            /**
                             * Channel for failures
                             * @description Where announcements that could not be read are reported; the log channel when none is chosen.
                             */
                            failed_parse_log_channel_id?: string | null;
                            /**
                             * Ask the language model
                             * @description Whether the language model is asked about an announcement whose date cannot be read.
                             */
                            gpt_fallback_enabled?: boolean;
                            /**
                             * Minutes before announced events
                             * @description When reminders of announced events are sent, such as "1440, 60"; of a single event also at the event itself. Empty: the minutes before the event that hold for all reminders.
                             */
                            lead_minutes?: string;
                            /**
                             * Read plain messages
                             * @description Whether messages without an embed are read as well.
                             */
                            non_embed_enabled?: boolean;
                            /**
                             * Read the bot's own messages
                             * @description Whether what the bot itself posts in the channel is read as well.
                             */
                            process_bot_messages?: boolean;
                            /**
                             * Minutes before the event
                             * @description How long before an event its reminder is sent when nothing else was chosen.
                             */
                            reminder_offset_minutes?: number;
                        };
                        faq: {
                            /**
                             * FAQ
                             * @description Off: members cannot look up answers.
                             */
                            enabled?: boolean;
                            /**
                             * Public page
                             * @description On: everybody on the web can read the published answers, without signing in.
                             */
                            public_page?: boolean;
                            /**
                             * Answers before a ticket
                             * @description Whoever opens a ticket is first shown the answers that fit.
                             */
                            suggest_before_ticket?: boolean;
                        };
                        fyi: {
                            /**
                             * Tips
                             * @description Whether the log channel is given a tip when something is done for the first time, at most one a day.
                             */
                            enabled?: boolean;
                        };
                        gdpr: {
                            /**
                             * Role for consent
                             * @description What members get who agree to the privacy notice, for as long as they do.
                             */
                            acceptance_role_id?: string | null;
                            /**
                             * Privacy channel
                             * @description Where the privacy notice is posted.
                             */
                            channel_id?: string | null;
                            /**
                             * Privacy notice
                             * @description Whether members are shown the privacy notice and can accept it.
                             */
                            enabled?: boolean;
                        };
                        gpt: {
                            /**
                             * US dollars a day
                             * @description What the model may cost in a day, counted from midnight UTC by the prices that are known; 0 is no limit.
                             */
                            daily_money_budget?: number;
                            /**
                             * Tokens a day
                             * @description How many tokens the model may read and write in a day, counted from midnight UTC; 0 is no limit. An answer is begun only if the most that it can take is left.
                             */
                            daily_token_budget?: number;
                            /**
                             * Language model
                             * @description Off: nothing of this server is sent to the language model.
                             */
                            enabled?: boolean;
                            /**
                             * Questions of a member a day
                             * @description How many questions each member may ask the model in a day; 0 is no limit.
                             */
                            member_daily_questions?: number;
                            /**
                             * Model
                             * @description The name by which the provider knows the model that answers.
                             */
                            model?: string;
                            /**
                             * Temperature
                             * @description How freely the model writes: 0 always the likeliest word, 2 the wildest.
                             */
                            temperature?: number;
                            /**
                             * Warning at
                             * @description At how many percent of a budget the log channel is warned, once a day.
                             */
                            warn_at_percent?: number;
                        };
                        invites: {
                            /**
                             * Channel for new members
                             * @description Where it is said who joined by whose invite.
                             */
                            announcement_channel_id?: string | null;
                            /**
                             * Invites
                             * @description Whether it is counted who invited whom.
                             */
                            enabled?: boolean;
                            /**
                             * Words when the inviter is unknown
                             * @description What is said when nobody knows by which invite somebody joined.
                             */
                            no_inviter_template?: string;
                            /**
                             * Words when the inviter is known
                             * @description What is said when somebody joined by an invite that is known.
                             */
                            with_inviter_template?: string;
                        };
                        onboarding: {
                            /**
                             * Role on completion
                             * @description Given to a member who has come to the end.
                             */
                            completion_role_id?: string | null;
                            /**
                             * Onboarding
                             * @description Whether new members are led through rules and questions.
                             */
                            enabled?: boolean;
                            /**
                             * Role until completion
                             * @description Given to whoever joins, and taken away on completion.
                             */
                            join_role_id?: string | null;
                            /**
                             * Mode
                             * @description What a new member is led through.
                             * @enum {unknown}
                             */
                            mode?: "disabled" | "rules_only" | "rules_with_questions" | "questions_only";
                            /**
                             * Text above the Start button
                             * @description What the message with the Start button says; empty for the words of the bot.
                             */
                            panel_text?: string;
                        };
                        reminders: {
                            /**
                             * Allow @everyone and role mentions
                             * @description Lets members who may mention everyone do so in reminders as well.
                             */
                            allow_everyone_mentions?: boolean;
                            /**
                             * Default channel
                             * @description Where a reminder goes when its maker names no channel.
                             */
                            default_channel_id?: string | null;
                            /**
                             * Reminders
                             * @description Off: no reminder can be made and none is sent. What falls due meanwhile is recorded as skipped.
                             */
                            enabled?: boolean;
                            /**
                             * Reminders per member
                             * @description How many active reminders one member may have in this server.
                             */
                            max_per_member?: number;
                        };
                        system: {
                            /**
                             * Language
                             * @description For messages that answer nobody, and for members who read neither English nor Dutch. The bot speaks those two; any other choice is English.
                             * @enum {unknown}
                             */
                            locale?: "en-US" | "en-GB" | "nl" | "de" | "fr" | "es-ES";
                            /**
                             * Log channel
                             * @description Where the bot tells the admins what it did and what it could not do.
                             */
                            log_channel_id?: string | null;
                            /**
                             * Log level
                             * @description How much of what happens is told in the log channel.
                             * @enum {unknown}
                             */
                            log_level?: "verbose" | "normal" | "critical";
                            /**
                             * Rules channel
                             * @description Where the welcome message with its Start button stands.
                             */
                            rules_channel_id?: string | null;
                            /**
                             * Time zone
                             * @description The zone in which clock times of this server are read and shown.
                             */
                            timezone?: string;
                        };
                        ticketbot: {
                            /**
                             * Hours until archiving
                             * @description So many hours after it was closed a ticket is archived by itself: its channel is deleted once its transcript is complete. That goes for those that are closed already, too. 0: staff archive by hand.
                             */
                            archive_after_hours?: number;
                            /**
                             * Close by itself
                             * @description Off: tickets without a word are reminded of, and stay open.
                             */
                            auto_close?: boolean;
                            /**
                             * Days until closing
                             * @description After how many days without a word a ticket is closed.
                             */
                            auto_close_days_threshold?: number;
                            /**
                             * Category
                             * @description The category under which the channels of tickets are made.
                             */
                            category_id?: string | null;
                            /**
                             * Tickets
                             * @description Off: no ticket can be opened. Those that are open stay, and nothing closes by itself.
                             */
                            enabled?: boolean;
                            /**
                             * Escalation role
                             * @description Who is called when a ticket is escalated.
                             */
                            escalation_role_id?: string | null;
                            /**
                             * Ask how it was
                             * @description When a ticket is closed, its member is told so and asked to rate it from 1 to 5.
                             */
                            feedback?: boolean;
                            /**
                             * Days until a nudge
                             * @description After how many days without a word a ticket is reminded of.
                             */
                            idle_days_threshold?: number;
                            /**
                             * Keep attachments
                             * @description On: files sent in tickets are kept with the transcript, up to 8 MiB each, 50 MiB for a ticket and 1 GiB in all. Off: only their names and sizes.
                             */
                            keep_attachments?: boolean;
                            /**
                             * Tickets per member
                             * @description How many open tickets a member may have in this server, of all kinds together.
                             */
                            most_per_member?: number;
                            /**
                             * Overflow category
                             * @description Where channels of tickets are made while the category is full; Discord lets one hold 50.
                             */
                            overflow_category_id?: string | null;
                            /**
                             * Staff role
                             * @description Who sees and answers tickets.
                             */
                            staff_role_id?: string | null;
                            /**
                             * Answers first
                             * @description Before a ticket opens, the member is shown known answers from the FAQ that fit.
                             */
                            suggestions?: boolean;
                            /**
                             * Days transcripts are kept
                             * @description How many days after it was archived the transcript of a ticket is removed.
                             */
                            transcript_kept_days?: number;
                        };
                    };
                };
            };
            /** @description If-None-Match names the version that still holds. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read; when the settings have changed since, nothing is stored.
                 * @example "7"
                 */
                "if-match"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reminders": {
                 *         "enabled": true
                 *       },
                 *       "system": {
                 *         "timezone": "Europe/Brussels",
                 *         "log_channel_id": "123456789"
                 *       }
                 *     }
                 */
                "application/json": {
                    [key: string]: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The version of the guild's settings. */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Updated reminders settings",
                     *       "version": 7
                     *     }
                     */
                    "application/json": {
                        message: string;
                        /** @constant */
                        success: true;
                        /** @description The guild's settings version after this, which is also its ETag. */
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeCategory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /**
                 * @description The ETag that was read; when the settings have changed since, nothing is stored.
                 * @example "7"
                 */
                "if-match"?: string;
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "reminders",
                 *       "settings": {
                 *         "default_channel_id": "111222333",
                 *         "allow_everyone_mentions": false
                 *       }
                 *     }
                 */
                "application/json": {
                    category: string;
                    settings: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    /** @description The version of the guild's settings. */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Updated reminders settings",
                     *       "version": 7
                     *     }
                     */
                    "application/json": {
                        message: string;
                        /** @constant */
                        success: true;
                        /** @description The guild's settings version after this, which is also its ETag. */
                        version: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readSettingsSchema: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        settings: {
                            /** @description Which of Discord's types of channel may be chosen. */
                            channel_types?: number[];
                            choices?: {
                                label: string;
                                value: string;
                            }[];
                            /** @description Boolean, number or text, as the setting is declared; ids are text. Null: none. */
                            default: unknown;
                            help: string;
                            /** @example max_per_member */
                            key: string;
                            /** @example Reminders per member */
                            label: string;
                            max?: number;
                            /** @description In Unicode code points. */
                            max_length?: number;
                            min?: number;
                            min_length?: number;
                            /** @description Whether "none" is a value: so with ids. */
                            nullable: boolean;
                            /** @description What may stand in braces. */
                            placeholders?: string[];
                            /** @example reminders */
                            scope: string;
                            /** @description Its value is masked wherever it is shown. */
                            secret: boolean;
                            /** @enum {unknown} */
                            type: "boolean" | "integer" | "number" | "string" | "template" | "timezone" | "enum" | "channel" | "category" | "role" | "user";
                        }[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadFaq: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadOnboarding: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadReminders: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    downloadTickets: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole. */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Row-Count": components["headers"]["X-Row-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "service": "alphapy",
                     *       "version": "2.4.0",
                     *       "uptime_seconds": 3600,
                     *       "db_status": "ok",
                     *       "guild_count": 2,
                     *       "active_commands_24h": 150,
                     *       "gpt_status": "operational",
                     *       "database_pool_size": 5,
                     *       "timestamp": "2026-01-21T12:00:00Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Commands that members ran in the last 24 hours, from the beginning of an hour; null when that cannot be told. */
                        active_commands_24h: number | null;
                        /** @description Connections to the database. */
                        database_pool_size: number | null;
                        /** @description `ok`, `not_initialized` (no tables yet) or `error:<kind>`. */
                        db_status: string;
                        /** @description How the language model did in the last 15 minutes; null without one. */
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
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first. */
                        history: {
                            /** @description Commands that members ran in the last 24 hours, from the beginning of an hour; null when that cannot be told. */
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
                            /** @description How the language model did in the last 15 minutes; null without one. */
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
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "database": "ok",
                     *         "migrations": "ok",
                     *         "gateway": "ok"
                     *       }
                     *     }
                     */
                    "application/json": {
                        checks: {
                            [key: string]: "ok";
                        };
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMetricsAlias: {
        parameters: {
            query?: {
                /** @description Only of this guild; without it of MAIN_GUILD_ID, else of every guild that the caller administers. */
                guild_id?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bot: {
                            /** @example Lifecycle Manager */
                            codename: string;
                            commands: {
                                description: string | null;
                                /**
                                 * @description As a member types it.
                                 * @example add_reminder
                                 */
                                qualified_name: string;
                                /** @constant */
                                type: "slash";
                            }[];
                            /**
                             * @description All that a member can type, sub-commands each for itself.
                             * @example 30
                             */
                            commands_loaded: number;
                            /** @description Those that the figures are about, by name. */
                            guilds: {
                                /** Format: snowflake */
                                id: string;
                                member_count: number | null;
                                name: string;
                                owner_id: string | null;
                            }[];
                            /** @description Of the slowest shard; null while offline. */
                            latency_ms: number | null;
                            /** @description Every shard had a heartbeat acknowledged within its last two intervals. */
                            online: boolean;
                            /** @description The same in words. */
                            uptime_human: string | null;
                            /** @description Since all shards are connected; null while offline. */
                            uptime_seconds: number | null;
                            /** @example 2.4.0 */
                            version: string;
                        };
                        cache_metrics: {
                            /** @description Questions for figures under way, which requests share. */
                            command_stats_cache_size: number;
                            /** @description Runs of commands that this process has not written yet. */
                            command_tracker_queue_size: number;
                            /** @description Callers whose requests are counted for limits. */
                            ip_rate_limits_size: number;
                            /** @description Always 0: commands are registered when they differ. */
                            sync_cooldowns_size: number;
                            /** @description Always 0. */
                            ticket_cooldowns_size: number;
                        } | null;
                        command_usage: {
                            /** @example 7 */
                            period_days: number;
                            top_commands: {
                                /** @example add_reminder */
                                command_name: string;
                                /** @example 45 */
                                usage_count: number;
                            }[];
                            /**
                             * @description Since the beginning of the hour 24 hours ago.
                             * @example 150
                             */
                            total_commands_24h: number;
                        } | null;
                        gpt: {
                            /**
                             * @description Of the last 100 calls.
                             * @example 1200
                             */
                            average_latency_ms: number;
                            /**
                             * @description Empty without a language model.
                             * @example grok-3
                             */
                            current_model: string;
                            /** @example 2 */
                            error_count: number;
                            last_error_type: string | null;
                            /** @description Of the last call that succeeded. */
                            last_success_latency_ms: number | null;
                            last_success_time: string | null;
                            last_user_id: string | null;
                            rate_limit_reset: string | null;
                            recent_errors: {
                                error_type: string | null;
                                latency_ms: number | null;
                                timestamp: string | null;
                                tokens_used: number | null;
                                user_id: string | null;
                            }[];
                            recent_successes: {
                                error_type: string | null;
                                latency_ms: number | null;
                                timestamp: string | null;
                                tokens_used: number | null;
                                user_id: string | null;
                            }[];
                            /** @example 100 */
                            success_count: number;
                            /**
                             * @description Since midnight UTC.
                             * @example 5000
                             */
                            total_tokens_today: number;
                        };
                        infrastructure: {
                            /**
                             * Format: date-time
                             * @example 2026-01-21T12:00:00Z
                             */
                            checked_at: string;
                            /** @description Without the database there is no answer but 503. */
                            database_up: boolean;
                            /** @description Connections of this process to the database. */
                            pool_size: number | null;
                        };
                        reminders: {
                            /** @description The next event of any of them. */
                            next_event_time: string | null;
                            /** @example 5 */
                            one_off: number;
                            /** @description By the id of the channel. */
                            per_channel: {
                                [key: string]: number;
                            };
                            /** @example 10 */
                            recurring: number;
                            /**
                             * @description All that are not completed.
                             * @example 15
                             */
                            total: number;
                            /** @description Whose events come next. */
                            upcoming: {
                                /** Format: snowflake */
                                channel_id: string;
                                id: number;
                                is_recurring: boolean;
                                name: string;
                                /** @description When its next event is. */
                                scheduled_time: string | null;
                            }[];
                        };
                        /** @description What these guilds have set other than the default; the first thousand. */
                        settings_overrides: {
                            /** Format: snowflake */
                            guild_id: string;
                            /** @example model */
                            key: string;
                            /** @example gpt */
                            scope: string;
                            /**
                             * @description As JSON; of a secret only that there is one.
                             * @example "grok-3"
                             */
                            value: string;
                        }[];
                        tickets: {
                            average_close_human: string | null;
                            average_close_seconds: number | null;
                            last_ticket_created_at: string | null;
                            /**
                             * @description Neither closed nor archived.
                             * @example 5
                             */
                            open_count: number;
                            /** @description The oldest of those that are open. */
                            open_items: {
                                channel_id: string | null;
                                created_at: string | null;
                                /** @example 123 */
                                id: number;
                                status: string | null;
                                username: string | null;
                            }[];
                            /**
                             * @description Of those that are open, the oldest thousand.
                             * @example [
                             *       123,
                             *       456,
                             *       789
                             *     ]
                             */
                            open_ticket_ids: number[];
                            /**
                             * @example {
                             *       "open": 5,
                             *       "closed": 45
                             *     }
                             */
                            per_status: {
                                [key: string]: number;
                            };
                            /** @example 50 */
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    changeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": 1,
                 *       "time": "09:30:00"
                 *     }
                 */
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
                    more_lead_minutes?: unknown;
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "id": 1,
                     *       "reminder": {
                     *         "id": 1,
                     *         "name": "Weekly Meeting",
                     *         "channel_id": 123456789,
                     *         "time": "18:00:00",
                     *         "call_time": "19:00:00",
                     *         "days": [
                     *           "2"
                     *         ],
                     *         "message": "Weekly team meeting",
                     *         "location": "Conference Room",
                     *         "event_time": null,
                     *         "created_at": "2026-01-21T10:00:00Z",
                     *         "guild_id": 987654321,
                     *         "user_id": "123456789",
                     *         "timezone": "UTC",
                     *         "rrule": null,
                     *         "ends_at": null,
                     *         "image_url": null,
                     *         "mention": "none",
                     *         "catch_up": "send_late",
                     *         "more_lead_minutes": [],
                     *         "next_at": "2026-01-21T18:00:00Z",
                     *         "status": "active",
                     *         "last_delivery": null
                     *       }
                     *     }
                     */
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
                            /** @description Further sendings, so long before the event; of reminders that were made from announcements. */
                            more_lead_minutes: number[];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Team Standup",
                 *       "channel_id": 123456789,
                 *       "time": "09:00:00",
                 *       "days": [
                 *         "0",
                 *         "2",
                 *         "4"
                 *       ],
                 *       "message": "Daily standup meeting",
                 *       "location": "Main Channel"
                 *     }
                 */
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
                    more_lead_minutes?: unknown;
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "id": 1,
                     *       "reminder": {
                     *         "id": 1,
                     *         "name": "Weekly Meeting",
                     *         "channel_id": 123456789,
                     *         "time": "18:00:00",
                     *         "call_time": "19:00:00",
                     *         "days": [
                     *           "2"
                     *         ],
                     *         "message": "Weekly team meeting",
                     *         "location": "Conference Room",
                     *         "event_time": null,
                     *         "created_at": "2026-01-21T10:00:00Z",
                     *         "guild_id": 987654321,
                     *         "user_id": "123456789",
                     *         "timezone": "UTC",
                     *         "rrule": null,
                     *         "ends_at": null,
                     *         "image_url": null,
                     *         "mention": "none",
                     *         "catch_up": "send_late",
                     *         "more_lead_minutes": [],
                     *         "next_at": "2026-01-21T18:00:00Z",
                     *         "status": "active",
                     *         "last_delivery": null
                     *       }
                     *     }
                     */
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
                            /** @description Further sendings, so long before the event; of reminders that were made from announcements. */
                            more_lead_minutes: number[];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request within 24 hours gives the first answer again and does nothing else. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        success: true;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
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
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "id": 1,
                     *         "name": "Weekly Meeting",
                     *         "channel_id": 123456789,
                     *         "time": "18:00:00",
                     *         "call_time": "19:00:00",
                     *         "days": [
                     *           "2"
                     *         ],
                     *         "message": "Weekly team meeting",
                     *         "location": "Conference Room",
                     *         "event_time": null,
                     *         "created_at": "2026-01-21T10:00:00Z",
                     *         "guild_id": 987654321,
                     *         "user_id": "123456789",
                     *         "timezone": "UTC",
                     *         "rrule": null,
                     *         "ends_at": null,
                     *         "image_url": null,
                     *         "mention": "none",
                     *         "catch_up": "send_late",
                     *         "more_lead_minutes": [],
                     *         "next_at": "2026-01-21T18:00:00Z",
                     *         "status": "active",
                     *         "last_delivery": null
                     *       }
                     *     ]
                     */
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
                        /** @description Further sendings, so long before the event; of reminders that were made from announcements. */
                        more_lead_minutes: number[];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showFaqPage: {
        parameters: {
            query?: {
                after?: number;
                q?: string;
            };
            header?: {
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-none-match"?: components["parameters"]["if-none-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Success. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    showFaqEntry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read.
                 * @example "7"
                 */
                "if-none-match"?: components["parameters"]["if-none-match"];
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Success. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            400: components["responses"]["BadRequest"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getTopCommands: {
        parameters: {
            query?: {
                /** @description How far to look back. */
                days?: number;
                /** @description Only of this guild; without it of MAIN_GUILD_ID, else of all guilds together. */
                guild_id?: string;
                /** @description Most commands to answer. */
                limit?: number;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How often each was run, refused and failed runs included; the most used first, then by name.
                         * @example {
                         *       "add_reminder": 45,
                         *       "ticket": 30,
                         *       "reminder_list": 20
                         *     }
                         */
                        commands: {
                            [key: string]: number;
                        };
                        /** @description Null: all guilds together. */
                        guild_id: string | null;
                        /** @example 7 */
                        period_days: number;
                        /**
                         * @description How many different commands are named here.
                         * @example 3
                         */
                        total_commands: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    readOwnTranscript: {
        parameters: {
            query?: {
                /** @description Words, each of them; their beginnings are enough. `"…"` is a phrase, `-` excludes a word. */
                q?: string;
            };
            header?: {
                /** @description `snowflakes=string` asks for ids as strings. */
                Prefer?: components["parameters"]["Prefer"];
                /** @description The W3C trace that the request is part of; the log names it. */
                traceparent?: components["parameters"]["traceparent"];
            };
            path: {
                guild_id: string;
                /** @description Of the ticket; not its number. */
                ticket_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that needs nothing but itself. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
