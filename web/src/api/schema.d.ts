// Made by `npm run types` from docs/openapi.json; never edited by hand.

export interface paths {
    "/auth/codes/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend
         * @description Send another code; the one before is void.
         */
        post: operations["ApiV1AuthCodesResendResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignIn
         * @description Sign in by phone or e-mail; a device that is new asks for a code first.
         */
        post: operations["ApiV1AuthLoginSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmSignIn
         * @description Sign in on a new device by its code; the device is known from now on.
         */
        post: operations["ApiV1AuthLoginConfirmConfirmSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SignOut
         * @description Sign out here, by access token or refresh token; when nobody is signed in, nothing is done.
         */
        post: operations["ApiV1AuthLogoutSignOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recover
         * @description Send a code to the phone of an account; the answer does not tell if there is one.
         */
        post: operations["ApiV1AuthRecoverRecover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/recover/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CompleteRecovery
         * @description A new password; every session and device of before is signed out.
         */
        post: operations["ApiV1AuthRecoverCompleteCompleteRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/recover/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmRecovery
         * @description Prove the phone by the code.
         */
        post: operations["ApiV1AuthRecoverConfirmConfirmRecovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description A new access token and refresh token; a token that comes twice ends the session.
         */
        post: operations["ApiV1AuthRefreshRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Send a code to a phone that wants an account; the answer does not tell if it has one.
         */
        post: operations["ApiV1AuthRegisterRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CompleteRegistration
         * @description Make the account with a password and a PIN, and sign in.
         */
        post: operations["ApiV1AuthRegisterCompleteCompleteRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ConfirmRegistration
         * @description Prove the phone by the code.
         */
        post: operations["ApiV1AuthRegisterConfirmConfirmRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * StepUp
         * @description Give the PIN; what comes back goes into the header Step-Up-Token.
         */
        post: operations["ApiV1AuthStepUpStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/twilio/keys/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TakeKey
         * @description What a call says to a key: 2 confirms, 0 goes on with a person, any other one says it again.
         */
        post: operations["ApiV1ChannelsTwilioKeysTicketTakeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/twilio/speech/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Speak
         * @description What a call says when somebody has picked up, in her language.
         */
        post: operations["ApiV1ChannelsTwilioSpeechTicketSpeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/twilio/status/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TakeStatus
         * @description Note how far a message or a call has come.
         */
        post: operations["ApiV1ChannelsTwilioStatusReferenceTakeStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/unsubscribe/{ticket}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ShowWay
         * @description Say where one chooses how one is reached, to whoever opens the address in a browser.
         */
        get: operations["ApiV1ChannelsUnsubscribeTicketShowWay"];
        put?: never;
        /**
         * Unsubscribe
         * @description Send no more e-mails to whoever got this ticket; mail programs call it (RFC 8058).
         */
        post: operations["ApiV1ChannelsUnsubscribeTicketUnsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RetryDelivery
         * @description Try a delivery anew that failed.
         */
        post: operations["ApiV1DeliveriesIdRetryRetryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SearchDeliveries
         * @description What left the house by e-mail, text message, WhatsApp and call, newest first.
         */
        post: operations["ApiV1DeliveriesSearchSearchDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description What changes for the caller, as it happens.
         */
        get: operations["ApiV1EventsEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group-pictures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OpenPicture
         * @description The picture itself, by a link that ends after minutes, while its reader is a member.
         */
        get: operations["ApiV1GroupPicturesIdOpenPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group-receipts/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OpenReceipt
         * @description The file itself, by a link that ends after five minutes, while its reader is a member.
         */
        get: operations["ApiV1GroupReceiptsOpenReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/contribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ContributeTo
         * @description The same under its other name, with the group in the body.
         */
        post: operations["ApiV1GroupContributeContributeTo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/group/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CreateGroup
         * @description Make a group with a pot of its own; its maker is the chair. The same key makes one.
         */
        post: operations["ApiV1GroupCreateCreateGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListGroups
         * @description The groups that the caller is in, the one joined last first.
         */
        get: operations["ApiV1GroupsListGroups"];
        put?: never;
        /**
         * CreateGroup
         * @description Make a group with a pot of its own; its maker is the chair. The same key makes one.
         */
        post: operations["ApiV1GroupsCreateGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadGroup
         * @description A group of the caller: its pot, her share, its rules, and what waits for her.
         */
        get: operations["ApiV1GroupsIdReadGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * DescribeGroup
         * @description Give a group another name and purpose.
         */
        patch: operations["ApiV1GroupsIdDescribeGroup"];
        trace?: never;
    };
    "/groups/{id}/constitution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadConstitution
         * @description The rules of a group, in numbers and in words.
         */
        get: operations["ApiV1GroupsIdConstitutionReadConstitution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/constitution/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * CompareVersions
         * @description What one version of the rules changed of another.
         */
        get: operations["ApiV1GroupsIdConstitutionChangesCompareVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/constitution/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListVersions
         * @description Every version of the rules, the newest first.
         */
        get: operations["ApiV1GroupsIdConstitutionVersionsListVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/delegation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Delegate
         * @description Give one's vote to another member for a while; it takes the place of an earlier one.
         */
        put: operations["ApiV1GroupsIdDelegationDelegate"];
        post?: never;
        /**
         * EndDelegation
         * @description Take one's vote back.
         */
        delete: operations["ApiV1GroupsIdDelegationEndDelegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDelegations
         * @description The votes that the caller gave and holds now in a group.
         */
        get: operations["ApiV1GroupsIdDelegationsListDelegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDuesPlans
         * @description The plans of dues that a group has or had, each with how its newest day stands.
         */
        get: operations["ApiV1GroupsIdDuesListDuesPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportDues
         * @description All dues of all members as a CSV file, the newest day first, streamed page by page.
         */
        get: operations["ApiV1GroupsIdDuesExportCsvExportDues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadMyDues
         * @description What the caller owes, what she paid lately, and what comes next.
         */
        get: operations["ApiV1GroupsIdDuesMineReadMyDues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadDuesGrid
         * @description Who has paid and who has not: members by days of a plan, with sums for all.
         */
        get: operations["ApiV1GroupsIdDuesPlansReadDuesGrid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues/plans/{plan}/automatic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * AllowDues
         * @description Let the dues of a plan be taken from the wallet on their day; it asks for the PIN.
         */
        put: operations["ApiV1GroupsIdDuesPlansAutomaticAllowDues"];
        post?: never;
        /**
         * StopDues
         * @description Let nothing more be taken from the wallet for a plan.
         */
        delete: operations["ApiV1GroupsIdDuesPlansAutomaticStopDues"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues/plans/{plan}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RemindDues
         * @description Remind all whose dues of a plan are due and not paid; each at most once a day.
         */
        post: operations["ApiV1GroupsIdDuesPlansRemindRemindDues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/dues/rows/{dues}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * WaiveFine
         * @description Let go of what is left of a fine; nobody does so for herself.
         */
        post: operations["ApiV1GroupsIdDuesRowsWaiveWaiveFine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadFigures
         * @description How the group does: loans, what is late, dues, and the last twelve months.
         */
        get: operations["ApiV1GroupsIdFiguresReadFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListInvites
         * @description The invites of a group, newest first; the secret of a link is not told again.
         */
        get: operations["ApiV1GroupsIdInvitesListInvites"];
        put?: never;
        /**
         * Invite
         * @description Make a way into a group: for one person, or a link that is also a QR code.
         */
        post: operations["ApiV1GroupsIdInvitesInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/invites/{invite}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * CancelInvite
         * @description End an invite before its time.
         */
        delete: operations["ApiV1GroupsIdInvitesCancelInvite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * JoinByInvite
         * @description Come in by an invite of one's own, or ask to, as the rules of the group have it.
         */
        post: operations["ApiV1GroupsIdJoinJoinByInvite"];
        /**
         * TakeBackJoin
         * @description Do not want to come in any more.
         */
        delete: operations["ApiV1GroupsIdJoinTakeBackJoin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LeaveGroup
         * @description Leave a group; what she put into the pot stays there.
         */
        post: operations["ApiV1GroupsIdLeaveLeaveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListLoans
         * @description The loans of a group, newest first, with what should be paid next of each.
         */
        get: operations["ApiV1GroupsIdLoansListLoans"];
        put?: never;
        /**
         * AskLoan
         * @description Ask for a loan; it is voted on when those who must answer for it have agreed.
         */
        post: operations["ApiV1GroupsIdLoansAskLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadLoan
         * @description A loan: its schedule, who answers for it, what is owed, and what would end it today.
         */
        get: operations["ApiV1GroupsIdLoansReadLoan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AnswerGuarantee
         * @description Answer for a loan of another member, which asks for the PIN, or decline.
         */
        post: operations["ApiV1GroupsIdLoansAnswerAnswerGuarantee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CancelLoan
         * @description Not want a loan any more that waits for those who answer for it.
         */
        post: operations["ApiV1GroupsIdLoansCancelCancelLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RepayByCheckout
         * @description Pay some or all of a loan back at a provider's checkout; of it goes into the pot what is owed
         *     when the money comes, and the rest into the wallet.
         */
        post: operations["ApiV1GroupsIdLoansCheckoutsRepayByCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/guarantors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskGuarantor
         * @description Ask one more member to answer for a loan of the caller, when somebody said no.
         */
        post: operations["ApiV1GroupsIdLoansGuarantorsAskGuarantor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ChangeLoan
         * @description Ask the group for other terms of a loan, or what to do when it is not paid back.
         */
        post: operations["ApiV1GroupsIdLoansProposalsChangeLoan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRepayments
         * @description What was paid of a loan, part by part, newest first.
         */
        get: operations["ApiV1GroupsIdLoansRepaymentsListRepayments"];
        put?: never;
        /**
         * Repay
         * @description Pay some or all of a loan back from the wallet; the same key gives the same answer for ever.
         */
        post: operations["ApiV1GroupsIdLoansRepaymentsRepay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/{loan}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListSteps
         * @description What was done about the instalments of a loan that were not paid, and what comes next.
         */
        get: operations["ApiV1GroupsIdLoansStepsListSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/loans/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Quote
         * @description What a loan would cost if it were paid out today: every instalment, and the yearly rate.
         */
        post: operations["ApiV1GroupsIdLoansQuoteQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadLog
         * @description What was done in a group, newest first.
         */
        get: operations["ApiV1GroupsIdLogReadLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListMembers
         * @description The people of a group in one status.
         */
        get: operations["ApiV1GroupsIdMembersListMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/members/{member}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ApproveJoin
         * @description Let somebody in who asked, where officers decide that.
         */
        post: operations["ApiV1GroupsIdMembersApproveApproveJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/members/{member}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * DeclineJoin
         * @description Do not let somebody in who asked, where officers decide that.
         */
        post: operations["ApiV1GroupsIdMembersDeclineDeclineJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * GivePicture
         * @description Give a group a picture, or another one: its middle, drawn anew.
         */
        put: operations["ApiV1GroupsIdPictureGivePicture"];
        post?: never;
        /**
         * RemovePicture
         * @description Take the picture of a group away.
         */
        delete: operations["ApiV1GroupsIdPictureRemovePicture"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListPositions
         * @description Where each member stands: savings, dues, loan.
         */
        get: operations["ApiV1GroupsIdPositionsListPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/positions/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportPositions
         * @description The same of everybody as a CSV file, streamed page by page.
         */
        get: operations["ApiV1GroupsIdPositionsExportCsvExportPositions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListProposals
         * @description The questions that were put to a group, newest first.
         */
        get: operations["ApiV1GroupsIdProposalsListProposals"];
        put?: never;
        /**
         * Propose
         * @description Put a question to those who have a voice now; the same key puts it once.
         */
        post: operations["ApiV1GroupsIdProposalsPropose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadProposal
         * @description A question to the group, its rule in words and numbers, and how its vote stands.
         */
        get: operations["ApiV1GroupsIdProposalsReadProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Amend
         * @description Ask for another amount or payee: the votes are cleared, and it opens anew.
         */
        patch: operations["ApiV1GroupsIdProposalsAmend"];
        trace?: never;
    };
    "/groups/{id}/proposals/{proposal}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListBallots
         * @description Who said what in the version that stands; every vote is on record.
         */
        get: operations["ApiV1GroupsIdProposalsBallotsListBallots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/proposals/{proposal}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Try a payout again that was approved and failed; it is made once.
         */
        post: operations["ApiV1GroupsIdProposalsRetryRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/proposals/{proposal}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TakeBack
         * @description Take an open question back that the caller has put.
         */
        post: operations["ApiV1GroupsIdProposalsTakeBackTakeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/proposals/{proposal}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vote
         * @description Say yes, no or nothing, also for those who gave the caller their vote; it may be changed.
         */
        post: operations["ApiV1GroupsIdProposalsVoteVote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/receipts/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * RemoveReceipt
         * @description Take a receipt away; the log of the group keeps its hash.
         */
        delete: operations["ApiV1GroupsIdReceiptsRemoveReceipt"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadSplit
         * @description Who would get what if the group ended now; once it has, who gets and got what.
         */
        get: operations["ApiV1GroupsIdSplitReadSplit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * PrintStatement
         * @description What moved in the pot in at most a year and five hundred lines, in the caller's language.
         */
        get: operations["ApiV1GroupsIdStatementPdfPrintStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListTransactions
         * @description The statement of the pot, newest first, with the balance after each line.
         */
        get: operations["ApiV1GroupsIdTransactionsListTransactions"];
        put?: never;
        /**
         * Contribute
         * @description Put money from the wallet into the pot; the same key gives the same answer for ever.
         */
        post: operations["ApiV1GroupsIdTransactionsContribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/transactions/{transaction}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadTransaction
         * @description One line of the statement.
         */
        get: operations["ApiV1GroupsIdTransactionsReadTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/transactions/{transaction}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListReceipts
         * @description The pictures and documents that prove a transaction, each with a link for five minutes.
         */
        get: operations["ApiV1GroupsIdTransactionsReceiptsListReceipts"];
        put?: never;
        /**
         * AddReceipt
         * @description Attach a picture (drawn anew) or a PDF (without anything that acts); the same file is one.
         */
        post: operations["ApiV1GroupsIdTransactionsReceiptsAddReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/transactions/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportTransactions
         * @description The whole statement of the pot as a CSV file, newest first, streamed page by page.
         */
        get: operations["ApiV1GroupsIdTransactionsExportCsvExportTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListMyInvites
         * @description Where the caller is asked in by name.
         */
        get: operations["ApiV1GroupsInvitesListMyInvites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/invites/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookAtLink
         * @description What a link leads to, before joining.
         */
        post: operations["ApiV1GroupsInvitesLookLookAtLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * JoinByLink
         * @description Come in by a link, or ask to, as the rules of the group have it.
         */
        post: operations["ApiV1GroupsJoinJoinByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListKinds
         * @description What a new group can start as, with the rules of each kind.
         */
        get: operations["ApiV1GroupsKindsListKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRoles
         * @description Every role in a group, and what it lets somebody do there.
         */
        get: operations["ApiV1GroupsRolesListRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handles/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Handle
         * @description Whether you could take a handle.
         */
        get: operations["ApiV1HandlesHandle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListBlocks
         * @description The blocks of the chain, the newest first.
         */
        get: operations["ApiV1LedgerBlocksListBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description The ledger as a file of one moment, streamed: its accounts, postings or holds.
         */
        get: operations["ApiV1LedgerExportExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadHead
         * @description The end of the chain, for anybody to keep: it tells nothing about anybody.
         */
        get: operations["ApiV1LedgerHeadReadHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListVerifications
         * @description The runs of `verify`, the newest first.
         */
        get: operations["ApiV1LedgerVerificationsListVerifications"];
        put?: never;
        /**
         * AskVerification
         * @description Prove the whole ledger in the background; while a run is under way, the same one.
         */
        post: operations["ApiV1LedgerVerificationsAskVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListLimits
         * @description How much the caller may send, and what she has used of it.
         */
        get: operations["ApiV1LimitsListLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Your own profile.
         */
        get: operations["ApiV1MeMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * ChangeMe
         * @description Change your profile; another e-mail needs the PIN first.
         */
        patch: operations["ApiV1MeChangeMe"];
        trace?: never;
    };
    "/me/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Devices
         * @description Your known devices and where you are signed in.
         */
        get: operations["ApiV1MeDevicesDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * RevokeDevice
         * @description Sign a device out at once; it needs a code to come back.
         */
        delete: operations["ApiV1MeDevicesIdRevokeDevice"];
        options?: never;
        head?: never;
        /**
         * NameDevice
         * @description Call a device by another name.
         */
        patch: operations["ApiV1MeDevicesIdNameDevice"];
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ChangePassword
         * @description Change your password; every other session ends.
         */
        post: operations["ApiV1MePasswordChangePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * PutPhoto
         * @description Show another photo; it is cut square, made small, and stripped of everything hidden.
         */
        put: operations["ApiV1MePhotoPutPhoto"];
        post?: never;
        /**
         * RemovePhoto
         * @description Show no photo any longer.
         */
        delete: operations["ApiV1MePhotoRemovePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ChangePin
         * @description Change your PIN by the current one, or by password and code if you have forgotten it.
         */
        post: operations["ApiV1MePinChangePin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/pin/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskPinCode
         * @description Send the code that a new PIN needs when the old one is forgotten.
         */
        post: operations["ApiV1MePinCodeAskPinCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MyQr
         * @description The caller's own code, with an amount and a note if she wants them in it.
         */
        get: operations["ApiV1MeQrMyQr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * RevokeSession
         * @description End one session at once.
         */
        delete: operations["ApiV1MeSessionsIdRevokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/revoke-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RevokeOthers
         * @description Sign out everywhere but here.
         */
        post: operations["ApiV1MeSessionsRevokeOthersRevokeOthers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListNotifications
         * @description What the caller was told, newest first, in her language.
         */
        get: operations["ApiV1NotificationsListNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * MarkRead
         * @description Mark some notifications as read, or all.
         */
        post: operations["ApiV1NotificationsReadMarkRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadWishes
         * @description How the caller wishes to be reached.
         */
        get: operations["ApiV1NotificationsWishesReadWishes"];
        /**
         * ChangeWishes
         * @description Be reached otherwise from now on, also with what waits already. Codes are no reminders.
         */
        put: operations["ApiV1NotificationsWishesChangeWishes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SearchPayees
         * @description Search among the people dealt with before; strangers are found by look-up only.
         */
        get: operations["ApiV1PayeesSearchPayees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payees/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LookUp
         * @description Find who can be paid; a look-up that finds nobody counts, five an hour at most.
         */
        post: operations["ApiV1PayeesLookUpLookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payees/recent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRecent
         * @description The people last paid, the latest first.
         */
        get: operations["ApiV1PayeesRecentListRecent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send
         * @description Send money to another person; the same key gives the same answer for ever.
         */
        post: operations["ApiV1PaymentSendSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListPayments
         * @description The caller's payments of every kind, newest first.
         */
        get: operations["ApiV1PaymentsListPayments"];
        put?: never;
        /**
         * Send
         * @description Send money to another person; the same key gives the same answer for ever.
         */
        post: operations["ApiV1PaymentsSend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadPayment
         * @description One payment that the caller is a side of.
         */
        get: operations["ApiV1PaymentsIdReadPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/receipt.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadReceipt
         * @description The receipt of a payment as a PDF, in the caller's language and time zone.
         */
        get: operations["ApiV1PaymentsIdReceiptPdfReadReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SendBatch
         * @description Send money to many people by one order; the same key goes on with the same batch.
         *
         *     Sent or asked for as `application/x-ndjson`, the answer has a line for each result, as they
         *     are made: one that ends early has stopped half-way, and the same request goes on with it.
         */
        post: operations["ApiV1PaymentsBatchSendBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batch/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * PreviewBatch
         * @description Read a CSV file or items, and say of each line who is paid and everything that is wrong.
         */
        post: operations["ApiV1PaymentsBatchPreviewPreviewBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListBatches
         * @description The caller's batches, newest first.
         */
        get: operations["ApiV1PaymentsBatchesListBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadBatch
         * @description One batch of the caller's, as far as it has come.
         */
        get: operations["ApiV1PaymentsBatchesIdReadBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batches/{id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ContinueBatch
         * @description Go on with a batch that stopped, and tell what became of every line; done, it only tells.
         */
        post: operations["ApiV1PaymentsBatchesIdContinueContinueBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batches/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListResults
         * @description The lines of a batch with what became of them.
         */
        get: operations["ApiV1PaymentsBatchesIdResultsListResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/batches/{id}/results.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportResults
         * @description The lines of a batch with what became of them, as a CSV file.
         */
        get: operations["ApiV1PaymentsBatchesIdResultsCsvExportResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description Say what a send would do, and refuse what it would refuse; nothing moves.
         */
        post: operations["ApiV1PaymentsCheckCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description The caller's payments as a CSV file, newest first, streamed page by page.
         */
        get: operations["ApiV1PaymentsExportCsvExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Photo
         * @description Your photo, or that of somebody you have paid or been paid by.
         */
        get: operations["ApiV1PeopleIdPhotoPhoto"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListRequests
         * @description What the caller asked for and was asked for, newest first.
         */
        get: operations["ApiV1RequestsListRequests"];
        put?: never;
        /**
         * Ask
         * @description Ask someone for money; the same key gives the same request for ever.
         */
        post: operations["ApiV1RequestsAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadRequest
         * @description One request that the caller is a side of.
         */
        get: operations["ApiV1RequestsIdReadRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Take a request back.
         */
        post: operations["ApiV1RequestsIdCancelCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline
         * @description Say no to a request.
         */
        post: operations["ApiV1RequestsIdDeclineDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay
         * @description Answer a request with the money; the same key gives the same answer for ever.
         */
        post: operations["ApiV1RequestsIdPayPay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind
         * @description Remind the one who was asked, at most once a day.
         */
        post: operations["ApiV1RequestsIdRemindRemind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description People and payments that a text names, of the caller's own only.
         */
        get: operations["ApiV1SearchSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TopUp
         * @description Open a checkout at the provider; the same key gives the same top-up for ever.
         */
        post: operations["ApiV1TopUpsTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/top-ups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadTopUp
         * @description How a top-up of the caller's stands.
         */
        get: operations["ApiV1TopUpsIdReadTopUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/top-ups/{id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskTopUp
         * @description Ask the provider now, because the caller says that she has paid.
         */
        post: operations["ApiV1TopUpsIdAskAskTopUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListWallets
         * @description The caller's wallets with their balances.
         */
        get: operations["ApiV1WalletsListWallets"];
        put?: never;
        /**
         * OpenWallet
         * @description Open a wallet in a currency; a second call returns the first one.
         */
        post: operations["ApiV1WalletsOpenWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadWallet
         * @description One wallet of the caller.
         */
        get: operations["ApiV1WalletsIdReadWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/{id}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadBalance
         * @description What a wallet held at a moment.
         */
        get: operations["ApiV1WalletsIdBalanceReadBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadStatement
         * @description Every movement of a wallet, newest first.
         */
        get: operations["ApiV1WalletsIdStatementReadStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallets/{id}/statement/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportStatement
         * @description Every movement of a wallet as a file, newest first, streamed: CSV, NDJSON or Parquet.
         */
        get: operations["ApiV1WalletsIdStatementExportExportStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListWebhookDeliveries
         * @description What was sent to integrators, the newest first.
         */
        get: operations["ApiV1WebhookDeliveriesListWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadWebhookDelivery
         * @description One delivery with what it says, and each try with the first bytes of its answer.
         */
        get: operations["ApiV1WebhookDeliveriesIdReadWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ReplayWebhookDelivery
         * @description Send a delivery again, under the same webhook-id.
         */
        post: operations["ApiV1WebhookDeliveriesIdReplayReplayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListWebhookEndpoints
         * @description All endpoints, the newest first.
         */
        get: operations["ApiV1WebhookEndpointsListWebhookEndpoints"];
        put?: never;
        /**
         * RegisterWebhookEndpoint
         * @description Register an endpoint, and read its secret this once.
         */
        post: operations["ApiV1WebhookEndpointsRegisterWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadWebhookEndpoint
         * @description One endpoint.
         */
        get: operations["ApiV1WebhookEndpointsIdReadWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * RemoveWebhookEndpoint
         * @description Take an endpoint away, with its secrets; its log stays thirty days.
         */
        delete: operations["ApiV1WebhookEndpointsIdRemoveWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * ChangeWebhookEndpoint
         * @description Change an endpoint, pause it, or switch it on again.
         */
        patch: operations["ApiV1WebhookEndpointsIdChangeWebhookEndpoint"];
        trace?: never;
    };
    "/webhook-endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ReplayFailedWebhooks
         * @description Send what failed since a moment again, the oldest first, a thousand at a time.
         */
        post: operations["ApiV1WebhookEndpointsIdReplayReplayFailedWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RotateWebhookSecret
         * @description Make a new secret, and read it this once; for a day the one before signs too.
         */
        post: operations["ApiV1WebhookEndpointsIdRotateSecretRotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TestWebhookEndpoint
         * @description Send a test, once, also to an endpoint that is paused.
         */
        post: operations["ApiV1WebhookEndpointsIdTestTestWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListWebhookKinds
         * @description The kinds of facts that are published, each with its JSON schema.
         */
        get: operations["ApiV1WebhookKindsListWebhookKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive
         * @description Take a provider's callback: signed on its raw bytes, stored once, settled afterwards.
         */
        post: operations["ApiV1WebhooksProviderReceive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Set money aside and pay it out; the same key gives the same withdrawal for ever.
         */
        post: operations["ApiV1WithdrawalsWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ReadWithdrawal
         * @description How a withdrawal of the caller's stands.
         */
        get: operations["ApiV1WithdrawalsIdReadWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/withdrawals/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListDestinations
         * @description The bank accounts that the caller withdrew to, masked; at most twenty.
         */
        get: operations["ApiV1WithdrawalsDestinationsListDestinations"];
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
        /**
         * Admission
         * @description Who decides whether somebody comes in.
         * @default officers
         * @enum {string}
         */
        Admission: "invited" | "officers" | "vote";
        /**
         * AmendIn
         * @description Another amount or payee of a withdrawal.
         */
        AmendIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Who is paid.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            payee: string;
        };
        /**
         * Amount
         * @description An amount of money in whole minor units of one currency.
         */
        Amount: {
            /**
             * @description ISO 4217 code.
             * @example INR
             */
            currency: string;
            /**
             * @description Whole minor units, such as paise.
             * @example 12500
             */
            minor: number;
        };
        /**
         * AnswerIn
         * @description What somebody says who was asked to answer for a loan.
         */
        AnswerIn: {
            /**
             * @description Whether she answers for it.
             * @example true
             */
            is_yes: boolean;
        };
        /**
         * AskIn
         * @description A wish for money from one person.
         */
        AskIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * @description How long it may be paid.
             * @default 7
             * @example 7
             */
            expires_in_days?: number;
            /**
             * @description What it is for.
             * @default
             * @example Rent of May
             */
            note?: string;
            /**
             * Format: uuid
             * @description Who is asked.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            payer: string;
        };
        /**
         * AutomaticIn
         * @description Dues may be taken from the wallet.
         */
        AutomaticIn: {
            /** @description At most so much a time. */
            most: components["schemas"]["Amount"];
        };
        /**
         * AutomaticOut
         * @description What the caller lets be taken from her wallet.
         */
        AutomaticOut: {
            /**
             * Format: date-time
             * @description Since when.
             * @example 2026-11-21T09:30:00Z
             */
            given_at: string;
            /** @description At most so much a time. */
            most: components["schemas"]["Amount"];
        };
        /**
         * BalanceOut
         * @description What a wallet held at a moment.
         */
        BalanceOut: {
            /**
             * Format: date-time
             * @description The moment.
             * @example 2026-11-21T09:30:00Z
             */
            at: string;
            /** @description What was in it. */
            balance: components["schemas"]["Amount"];
        };
        /**
         * BallotOut
         * @description What an elector said.
         */
        BallotOut: {
            /**
             * Format: date-time
             * @description When.
             * @example 2026-11-21T09:30:00Z
             */
            cast_at: string;
            /** @description Who cast it: herself, or whom she gave her vote. */
            cast_by: components["schemas"]["FaceOut"] | null;
            /** @description What was said. */
            choice: components["schemas"]["Choice"];
            /**
             * @description Whether another cast it for her.
             * @example false
             */
            is_delegated: boolean;
            /**
             * Format: uuid
             * @description Whose vote it is.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description Who she is. */
            person: components["schemas"]["FaceOut"] | null;
            /**
             * @description Why.
             * @example We need it
             */
            reason: string;
        };
        /**
         * BallotPage
         * @description Some ballots of the version that stands.
         */
        BallotPage: {
            /** @description The ballots, by membership. */
            items: components["schemas"]["BallotOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * BankIn
         * @description A bank account.
         */
        BankIn: {
            /**
             * @description 6 to 18 digits.
             * @example 50100123456789
             */
            account_number: string;
            /**
             * @description The branch's code.
             * @example HDFC0000001
             */
            ifsc: string;
            /**
             * @description Says which of the choices this is.
             * @constant
             */
            kind: "bank";
            /**
             * @description The holder's name.
             * @example Asha Devi
             */
            name: string;
        };
        /**
         * BatchAnswer
         * @description A batch with what became of every line.
         */
        BatchAnswer: {
            /** @description The batch. */
            batch: components["schemas"]["BatchOut"];
            /** @description Every line, in its order. */
            results: components["schemas"]["ResultOut"][];
        };
        /**
         * BatchIn
         * @description Many payments by one order, at most ten thousand.
         */
        BatchIn: {
            /** @description The payments, in their order. */
            items: components["schemas"]["BatchItemIn"][];
            /**
             * @description `all`: all lines or none; `each`: each on its own.
             * @default each
             */
            mode?: components["schemas"]["BatchMode"];
            /**
             * @description What the payer calls it.
             * @default
             * @example Salaries of May
             */
            name?: string;
        };
        /**
         * BatchItemIn
         * @description One payment of a batch.
         */
        BatchItemIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * @description A line for both sides.
             * @default
             * @example Salary of May
             */
            note?: string;
            /**
             * @description Who is paid: a person's id, a handle, or a telephone number.
             * @example asha@batua
             */
            payee: string;
        };
        /**
         * BatchLineOut
         * @description A line of a batch with what became of it.
         */
        BatchLineOut: {
            /** @description How much; null when it could not be read. */
            amount: components["schemas"]["Amount"] | null;
            /**
             * @description Its place in the order, from 1.
             * @example 1
             */
            line: number;
            /**
             * @description The note.
             * @example Salary of May
             */
            note: string;
            /** @description Who is paid; null when nobody was found. */
            payee: components["schemas"]["PartyOut"] | null;
            /**
             * @description The payment that was made.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            payment_id: string | null;
            /** @description Why it was refused. */
            refusal: components["schemas"]["LineRefusalOut"] | null;
            /** @description Whether it was sent, refused, or still waits. */
            status: components["schemas"]["LineStatus"];
        };
        /**
         * BatchMode
         * @description Whether the lines of a batch stand together.
         * @default each
         * @enum {string}
         */
        BatchMode: "all" | "each";
        /**
         * BatchOut
         * @description A batch as it stands.
         */
        BatchOut: {
            /**
             * Format: date-time
             * @description When it began.
             * @example 2026-11-21T09:30:00Z
             */
            begun_at: string;
            /**
             * @description When its last line was decided.
             * @example 2026-11-21T09:30:00Z
             */
            finished_at: string | null;
            /**
             * Format: uuid
             * @description The batch.
             * @example 0198c5f4-33aa-7c01-9e77-1020304050aa
             */
            id: string;
            /**
             * @description How many lines it has.
             * @example 48
             */
            items: number;
            /** @description Whether its lines stand together. */
            mode: components["schemas"]["BatchMode"];
            /**
             * @description What the payer calls it.
             * @example Salaries of May
             */
            name: string;
            /**
             * @description How many were refused.
             * @example 1
             */
            refused: number;
            /**
             * @description How many were sent.
             * @example 47
             */
            sent: number;
            /** @description What went, by currency. */
            sent_totals: components["schemas"]["Amount"][];
            /** @description `stopped`: it waits to be gone on with, by `POST …/continue`. */
            status: components["schemas"]["BatchStatus"];
            /** @description What was ordered, by currency. */
            totals: components["schemas"]["Amount"][];
        };
        /**
         * BatchPage
         * @description Some batches.
         */
        BatchPage: {
            /** @description The batches, newest first. */
            items: components["schemas"]["BatchOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * BatchStatus
         * @description How far a batch has come.
         * @enum {string}
         */
        BatchStatus: "running" | "stopped" | "done";
        /**
         * BlockOut
         * @description A block of the chain.
         */
        BlockOut: {
            /**
             * @description How many entries it seals.
             * @example 4096
             */
            entries: number;
            /**
             * @description Its head, in hex.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            head: string;
            /**
             * @description Its number, from 1.
             * @example 7
             */
            n: number;
            /**
             * @description How many postings it seals.
             * @example 8192
             */
            postings: number;
            /**
             * Format: date-time
             * @description When it was sealed.
             * @example 2026-11-21T09:30:00Z
             */
            sealed_at: string;
        };
        /**
         * BlocksOut
         * @description A page of blocks, the newest first.
         */
        BlocksOut: {
            /** @description The blocks of this page. */
            items: components["schemas"]["BlockOut"][];
            /** @description Cursor of the next page; null at the end. */
            next: string | null;
        };
        /**
         * Caution
         * @description What a payer should look at, though it can be sent.
         * @enum {string}
         */
        Caution: "paid_twice" | "name_differs";
        /**
         * Challenge
         * @description A code is on its way, if there is somebody to send it to.
         */
        Challenge: {
            /**
             * @description Names the challenge.
             * @example Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g
             */
            challenge: string;
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            expires_at: string;
            /**
             * @description Seconds until another may be asked for.
             * @example 30
             */
            resend_after_s: number;
            /**
             * @description Masked phone; null if asked by e-mail.
             * @example +91 ••••• ••210
             */
            sent_to: string | null;
        };
        /**
         * Change
         * @description One setting that a proposal changes; `was` or `becomes` is None where there is none.
         *
         *     path   dotted; a plan or product stands by its key: `dues.weekly.amount_minor`
         */
        Change: {
            /**
             * @description What it becomes; null where there is none then.
             * @example 67
             */
            becomes: string | number | null;
            /**
             * @description The setting, dotted; a plan or product stands by its key.
             * @example vote.percent
             */
            path: string;
            /**
             * @description What it was; null where there was none.
             * @example 51
             */
            was: string | number | null;
        };
        /** ChangeOut */
        ChangeOut: {
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /**
             * @description What happened.
             * @example payments.sent
             */
            kind: string;
            /**
             * Format: uuid
             * @description The thing it happened to, such as the payment.
             */
            subject: string;
        };
        /**
         * Changes
         * @description What one version changed of another.
         */
        Changes: {
            /** @description Setting by setting, by path. */
            items: components["schemas"]["Change"][];
        };
        /**
         * Channel
         * @description How somebody is told; the app itself is the gentlest.
         * @enum {string}
         */
        Channel: "app" | "email" | "sms" | "whatsapp" | "call";
        /**
         * CheckIn
         * @description A send that is being thought of.
         */
        CheckIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Who would be paid.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            payee: string;
        };
        /**
         * CheckOut
         * @description What a send would do.
         */
        CheckOut: {
            /** @description What would reach her. */
            amount: components["schemas"]["Amount"];
            /** @description What would be left to spend. */
            balance_after: components["schemas"]["Amount"];
            /** @description What it would cost on top. */
            fee: components["schemas"]["Amount"];
            /** @description What may still go, before this one. */
            limits_left: components["schemas"]["LimitsLeft"];
            /**
             * @description Whether the PIN is asked.
             * @example true
             */
            needs_pin: boolean;
            /**
             * @description Whether the caller ever paid her.
             * @example false
             */
            paid_before: boolean;
            /** @description Who would be paid. */
            payee: components["schemas"]["PayeeOut"];
            /** @description Why the PIN is asked. */
            reasons: components["schemas"]["PinReason"][];
            /** @description What would leave the wallet. */
            total: components["schemas"]["Amount"];
        };
        /**
         * Choice
         * @description What a ballot says; an abstention says aloud what silence says.
         * @enum {string}
         */
        Choice: "yes" | "no" | "abstain";
        /**
         * ComingOut
         * @description What falls due next by a plan.
         */
        ComingOut: {
            /** @description What it will be. */
            amount: components["schemas"]["Amount"];
            /** @description Whether it is taken from the wallet by itself. */
            automatic: components["schemas"]["AutomaticOut"] | null;
            /**
             * @description When; null when never.
             * @example 2026-12-21
             */
            due_on: string | null;
            /**
             * @description What people call it.
             * @example Savings
             */
            name: string;
            /**
             * @description Key of the plan.
             * @example savings
             */
            plan: string;
        };
        /**
         * CompleteIn
         * @description The secrets of a new account.
         */
        CompleteIn: {
            /**
             * @description What this device is called.
             * @example Asha's phone
             */
            device_name?: string | null;
            /**
             * @description 8 to 256 characters of any kind; common ones are refused.
             * @example mango tree by the well
             */
            password: string;
            /**
             * @description 6 digits.
             * @example 482915
             */
            pin: string;
            /**
             * @description The right to go on, once.
             * @example mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE
             */
            ticket: string;
        };
        /**
         * ConfirmIn
         * @description A code.
         */
        ConfirmIn: {
            /**
             * @description Names the challenge.
             * @example Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g
             */
            challenge: string;
            /**
             * @description The code of the text message.
             * @example 204417
             */
            code: string;
        };
        /**
         * ConfirmSignInIn
         * @description The code of a new device.
         */
        ConfirmSignInIn: {
            /**
             * @description Names the challenge.
             * @example Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g
             */
            challenge: string;
            /**
             * @description The code of the text message.
             * @example 204417
             */
            code: string;
            /**
             * @description What this device is called.
             * @example Asha's phone
             */
            device_name?: string | null;
        };
        /**
         * Constitution
         * @description All settings of a group.
         *
         *     reserve_minor  what must stay in the pot when a loan is paid out
         */
        Constitution: {
            /** @description Who decides whether somebody comes in. */
            admission?: components["schemas"]["Admission"];
            /**
             * @description What every member pays in a rhythm.
             * @default []
             */
            dues?: components["schemas"]["DuesPlan"][];
            /** @description What is done about an unpaid instalment. */
            escalation?: components["schemas"]["EscalationRule"];
            /**
             * @description The loans that members may ask for.
             * @default []
             */
            loans?: components["schemas"]["LoanProduct"][];
            /**
             * @description How many members there may be.
             * @default 500
             */
            max_members?: number;
            /**
             * @description What must stay in the pot when a loan is paid out.
             * @default 0
             */
            reserve_minor?: number;
            /**
             * @description The shape of this document.
             * @default 1
             */
            schema?: number;
            /** @description When a proposal passes. */
            vote?: components["schemas"]["VoteRule"];
        };
        /**
         * ConstitutionOut
         * @description A version of a group's rules, also in words.
         */
        ConstitutionOut: {
            /** @description All settings. */
            constitution: components["schemas"]["Constitution"];
            /**
             * @description Its number; the founder's is 1.
             * @example 1
             */
            version: number;
            /** @description The same as sentences for any language. */
            words: components["schemas"]["Phrase"][];
        };
        /**
         * ContributeIn
         * @description Money from the caller's wallet into the pot.
         */
        ContributeIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * @description A line for all.
             * @default
             * @example For March
             */
            note?: string;
            /**
             * @description Whose dues it is for, as the key of their plan; of all, the oldest first.
             * @example savings
             */
            plan?: string | null;
        };
        /**
         * ContributeToIn
         * @description Money from the caller's wallet into the pot of a group that is named here.
         */
        ContributeToIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description The group.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            group: string;
            /**
             * @description A line for all.
             * @default
             * @example For March
             */
            note?: string;
            /**
             * @description Whose dues it is for, as the key of their plan; of all, the oldest first.
             * @example savings
             */
            plan?: string | null;
        };
        /**
         * CostOut
         * @description What a loan costs, whatever its interest is called.
         */
        CostOut: {
            /**
             * @description Annual percentage rate, in hundredths of a percent.
             * @example 2400
             */
            apr_bps: number;
            /**
             * @description The same compounded over a year.
             * @example 2682
             */
            effective_bps: number;
            /** @description All fees. */
            fee: components["schemas"]["Amount"];
            /** @description All interest. */
            interest: components["schemas"]["Amount"];
            /** @description All that is paid back. */
            total: components["schemas"]["Amount"];
        };
        /**
         * DamageOut
         * @description A row that is not as it must be: the first of its sort.
         */
        DamageOut: {
            /** @description What is wrong with it. */
            fault: string;
            /**
             * @description Where it was found.
             * @example accounts
             */
            part: string;
            /**
             * @description The row.
             * @example account 0198… version 7
             */
            row: string;
            /**
             * @description The table.
             * @example ledger.posting
             */
            table: string;
        };
        /**
         * DelegateIn
         * @description To whom the caller gives her vote, and until when.
         */
        DelegateIn: {
            /**
             * Format: uuid
             * @description The other's membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member: string;
            /**
             * Format: date-time
             * @description Until then, RFC 3339.
             * @example 2026-11-21T09:30:00Z
             */
            until: string;
        };
        /**
         * DelegationOut
         * @description A vote that one member gave another for a while.
         */
        DelegationOut: {
            /** @description Whose vote it is. */
            giver: components["schemas"]["FaceOut"] | null;
            /**
             * Format: uuid
             * @description The delegation.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /**
             * @description Whether the caller gave it.
             * @example true
             */
            is_mine: boolean;
            /**
             * Format: date-time
             * @description From when.
             * @example 2026-11-21T09:30:00Z
             */
            since: string;
            /** @description Who may cast it. */
            taker: components["schemas"]["FaceOut"] | null;
            /**
             * Format: date-time
             * @description Until when.
             * @example 2026-11-21T09:30:00Z
             */
            until: string;
        };
        /**
         * Delegations
         * @description The votes that the caller gave and holds now.
         */
        Delegations: {
            /** @description The delegations, oldest first. */
            items: components["schemas"]["DelegationOut"][];
        };
        /**
         * DeliveriesIn
         * @description Which deliveries are wanted.
         */
        DeliveriesIn: {
            /** @description Only through this channel. */
            channel?: components["schemas"]["Via"] | null;
            /** @description Where to go on. */
            cursor?: string | null;
            /**
             * @description How many at most.
             * @default 30
             * @example 30
             */
            limit?: number;
            /** @description Only of this state. */
            state?: components["schemas"]["DispatchState"] | null;
            /**
             * @description Only to this address, given whole: a phone number or an e-mail address.
             * @default
             * @example +919876543210
             */
            to?: string;
        };
        /**
         * DeliveriesOut
         * @description A page of the delivery log, newest first.
         */
        DeliveriesOut: {
            /** @description The deliveries of this page. */
            items: components["schemas"]["DeliveryOut"][];
            /** @description Cursor of the next page; null at the end. */
            next: string | null;
        };
        /**
         * DeliveryOut
         * @description Something that left the house, or shall leave it. What it said is not kept.
         */
        DeliveryOut: {
            /** @description How it leaves. */
            channel: components["schemas"]["Via"];
            /**
             * Format: date-time
             * @description Not to be tried before, while it waits.
             * @example 2026-11-21T09:30:00Z
             */
            due_at: string;
            /**
             * @description When it was over.
             * @example 2026-11-21T09:30:00Z
             */
            ended_at: string | null;
            /**
             * @description Why it was not sent.
             * @example unreachable
             */
            failure: string | null;
            /**
             * Format: uuid
             * @description Name of the delivery.
             */
            id: string;
            /**
             * @description What it is about.
             * @example group_loan_late
             */
            kind: string;
            /**
             * Format: uuid
             * @description Whom it is for.
             */
            person: string;
            /**
             * @description What the provider calls it.
             * @example sms_0198
             */
            provider_ref: string | null;
            /**
             * Format: date-time
             * @description Since when it is there.
             * @example 2026-11-21T09:30:00Z
             */
            queued_at: string;
            /** @description What was answered to a call. */
            reply: components["schemas"]["Reply"] | null;
            /** @description How far it has come. */
            state: components["schemas"]["DispatchState"];
            /**
             * @description The provider's last word about it, as it came.
             * @example delivered
             */
            status: string | null;
            /**
             * @description Where it went, masked; null before the first try.
             * @example +91 ••••• ••210
             */
            to: string | null;
            /**
             * @description How often it was tried.
             * @example 1
             */
            tries: number;
        };
        /**
         * DeliveryState
         * @description How far a delivery has come.
         * @enum {string}
         */
        DeliveryState: "queued" | "delivered" | "failed";
        /**
         * DescribeIn
         * @description What a group is called and what it is for.
         */
        DescribeIn: {
            /**
             * @description What it is called.
             * @example Friends of the well
             */
            name: string;
            /**
             * @description What it is for.
             * @default
             * @example A new pump
             */
            purpose?: string;
        };
        /**
         * DestinationOut
         * @description A bank account, masked.
         */
        DestinationOut: {
            /**
             * Format: uuid
             * @description The account.
             * @example 0198c5f3-1b20-7e44-a3d2-99aabbccdd00
             */
            id: string;
            /**
             * @description Always `bank` so far.
             * @example bank
             */
            kind: string;
            /**
             * @description Bank and last four digits.
             * @example HDFC •••• 6789
             */
            masked: string;
            /**
             * Format: date-time
             * @description When it was last used.
             * @example 2026-11-21T09:30:00Z
             */
            used_at: string;
        };
        /**
         * Destinations
         * @description Bank accounts that the caller used.
         */
        Destinations: {
            /** @description The accounts, the latest used first. */
            items: components["schemas"]["DestinationOut"][];
        };
        /**
         * Device
         * @description A known device.
         */
        Device: {
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An id.
             * @example 0197d5c0-0000-7000-8000-000000000001
             */
            id: string;
            /**
             * @description Whether it is this one.
             * @example true
             */
            is_current: boolean;
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            last_seen_at: string;
            /**
             * @description Its name.
             * @example Chrome · Android
             */
            name: string;
            /** @description Live sign-ins on it. */
            sessions: components["schemas"]["DeviceSession"][];
        };
        /**
         * DeviceIn
         * @description A device's new name.
         */
        DeviceIn: {
            /**
             * @description 1 to 60 characters.
             * @example Kitchen tablet
             */
            name: string;
        };
        /**
         * Devices
         * @description All known devices.
         */
        Devices: {
            /** @description The last used first. */
            items: components["schemas"]["Device"][];
        };
        /**
         * DeviceSession
         * @description A live sign-in.
         */
        DeviceSession: {
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            created_at: string;
            /**
             * Format: uuid
             * @description An id.
             * @example 0197d5c0-0000-7000-8000-000000000001
             */
            id: string;
            /**
             * @description Whether it is this one.
             * @example true
             */
            is_current: boolean;
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            last_used_at: string;
        };
        /**
         * Direction
         * @description Whether money leaves or reaches the person who looks.
         * @enum {string}
         */
        Direction: "in" | "out";
        /**
         * DispatchState
         * @description How far a dispatch has come.
         * @enum {string}
         */
        DispatchState: "queued" | "sent" | "delivered" | "failed" | "cancelled";
        /**
         * DueOut
         * @description What should be paid of a loan next: all that is late, or else the next instalment.
         */
        DueOut: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description Its day, or that of the oldest that is late.
             * @example 2026-12-21
             */
            due_on: string;
            /**
             * @description Whether that day is over.
             * @example false
             */
            is_late: boolean;
        };
        /**
         * DuesDueOut
         * @description Dues whose day has come.
         */
        DuesDueOut: {
            /**
             * @description For how many days.
             * @example 1
             */
            count: number;
            /** @description What is left to pay of them. */
            left: components["schemas"]["Amount"];
        };
        /**
         * DuesOut
         * @description What one member owes for one day of one plan.
         */
        DuesOut: {
            /** @description What is owed without a fine. */
            due: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description Its day.
             * @example 2026-12-21
             */
            due_on: string;
            /** @description What lateness costs as of today. */
            fine: components["schemas"]["Amount"];
            /** @description What was paid of the fine. */
            fine_paid: components["schemas"]["Amount"];
            /** @description What was let go of the fine. */
            fine_waived: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description The dues.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /** @description What is left to pay, with the fine. */
            left: components["schemas"]["Amount"];
            /**
             * @description What people call it.
             * @example Savings
             */
            name: string;
            /** @description What was paid of that. */
            paid: components["schemas"]["Amount"];
            /**
             * @description Key of the plan.
             * @example savings
             */
            plan: string;
            /** @description How it stands today. */
            state: components["schemas"]["DuesState"];
        };
        /**
         * DuesPlan
         * @description What every member pays in a rhythm.
         *
         *     key       names the plan within the group for ever
         *     every     every so many weeks or months
         *     weekday   1 Monday to 7 Sunday, of weekly dues
         *     day       1 to 31, of monthly dues; in a shorter month its last day
         *     rule      an RRULE, of dues by rule
         *     starts_on the first day that may be due, YYYY-MM-DD
         */
        DuesPlan: {
            /**
             * @description What each member pays each time.
             * @example 20000
             */
            amount_minor: number;
            /**
             * @description 1 to 31, of monthly dues; in a shorter month its last day.
             * @default 1
             */
            day?: number;
            /**
             * @description Every so many weeks or months.
             * @default 1
             */
            every?: number;
            /** @description What lateness costs. */
            fine?: components["schemas"]["FineRule"];
            /**
             * @description Names the plan within the group for ever.
             * @example savings
             */
            key: string;
            /**
             * @description What people call it.
             * @example Savings
             */
            name: string;
            /** @description Weekly, monthly, or by a rule. */
            rhythm?: components["schemas"]["Rhythm"];
            /**
             * @description An RRULE, of dues by rule.
             * @default
             * @example
             */
            rule?: string;
            /**
             * @description The first day that may be due, YYYY-MM-DD.
             * @default
             * @example 2026-11-21
             */
            starts_on?: string;
            /**
             * @description 1 Monday to 7 Sunday, of weekly dues.
             * @default 1
             */
            weekday?: number;
        };
        /**
         * DuesState
         * @description How dues stand on a day.
         * @enum {string}
         */
        DuesState: "due" | "part_paid" | "grace" | "late" | "paid" | "waived";
        /**
         * EndpointState
         * @description Whether an endpoint is told of what happens.
         * @enum {string}
         */
        EndpointState: "enabled" | "paused";
        /**
         * EscalationRule
         * @description What is done about an unpaid instalment, and when people are left in peace.
         *
         *     quiet_from, quiet_until  hours of the debtor's own day
         * @default {
         *       "quiet_from": 21,
         *       "quiet_until": 9,
         *       "steps": [
         *         {
         *           "channel": "app",
         *           "day": -3
         *         },
         *         {
         *           "channel": "email",
         *           "day": 1
         *         },
         *         {
         *           "channel": "sms",
         *           "day": 4
         *         },
         *         {
         *           "channel": "whatsapp",
         *           "day": 8
         *         },
         *         {
         *           "channel": "call",
         *           "day": 15
         *         }
         *       ]
         *     }
         */
        EscalationRule: {
            /**
             * @description From this hour of the debtor's own day on she is left in peace.
             * @default 21
             */
            quiet_from?: number;
            /**
             * @description Until this hour.
             * @default 9
             */
            quiet_until?: number;
            /**
             * @description One after another.
             * @default [
             *       {
             *         "channel": "app",
             *         "day": -3
             *       },
             *       {
             *         "channel": "email",
             *         "day": 1
             *       },
             *       {
             *         "channel": "sms",
             *         "day": 4
             *       },
             *       {
             *         "channel": "whatsapp",
             *         "day": 8
             *       },
             *       {
             *         "channel": "call",
             *         "day": 15
             *       }
             *     ]
             */
            steps?: components["schemas"]["EscalationStep"][];
        };
        /**
         * EscalationStep
         * @description One step: so many days after the due date, before it when negative.
         */
        EscalationStep: {
            /** @description How the debtor is reached. */
            channel: components["schemas"]["Channel"];
            /** @description So many days after the due date; before it when negative. */
            day: number;
        };
        /**
         * FaceOut
         * @description A person as the others of her group see her.
         */
        FaceOut: {
            /**
             * @description Handle, if she has one.
             * @example asha@batua
             */
            handle: string | null;
            /**
             * Format: uuid
             * @description The person.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            id: string;
            /**
             * @description Her name.
             * @example Asha Devi
             */
            name: string;
            /**
             * @description Masked number.
             * @example +91 ••••• ••210
             */
            phone: string;
            /**
             * @description Where her photo is.
             * @example /api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo
             */
            photo_url: string | null;
        };
        /**
         * Failure
         * @description Why a delivery ended without being taken.
         * @enum {string}
         */
        Failure: "given_up" | "gone" | "paused" | "removed";
        /**
         * FaultOut
         * @description What is wrong with a part of a line.
         */
        FaultOut: {
            /**
             * @description Stable name of the reason.
             * @example payments.payee_not_found
             */
            code: string;
            /**
             * @description What happened.
             * @example Nobody with a wallet was found.
             */
            detail: string;
            /**
             * @description Typed facts of the refusal, by name.
             * @example {}
             */
            facts: {
                [key: string]: unknown;
            };
            /**
             * @description recipient, amount, currency, note or row.
             * @example recipient
             */
            field: string;
            /**
             * @description What to do now.
             * @example Check the number.
             */
            todo: string;
        };
        /**
         * FieldProblem
         * @description One field that is not as it should be.
         */
        FieldProblem: {
            /**
             * @description Path of the field.
             * @example amount.minor
             */
            field: string;
            /**
             * @description What is wrong with it.
             * @example Expected `int` >= 1
             */
            message: string;
        };
        /**
         * FiguresOut
         * @description How a group does; shares are basis points, a hundredth of a percent.
         */
        FiguresOut: {
            /** @description Of it, what is in loans more than thirty days late. */
            at_risk: components["schemas"]["Amount"];
            /**
             * @description The same as a share of what is out.
             * @example 1250
             */
            at_risk_bps: number | null;
            /** @description Dues whose day has come and that are not paid. */
            dues_owed: components["schemas"]["Amount"];
            /** @description Interest, fees and fines paid into the pot. */
            earned: components["schemas"]["Amount"];
            /** @description All that was ever lent. */
            lent: components["schemas"]["Amount"];
            /**
             * @description Loans that were ever paid out.
             * @example 4
             */
            loans: number;
            /**
             * @description How many owe dues.
             * @example 2
             */
            members_behind: number;
            /** @description The last twelve months, the oldest first. */
            months: components["schemas"]["MonthOut"][];
            /**
             * @description Of what fell due, the share paid by its day.
             * @example 9300
             */
            on_time_bps: number | null;
            /** @description What is out in loans now. */
            outstanding: components["schemas"]["Amount"];
            /** @description What is late of instalments. */
            overdue: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description The day they are of.
             * @example 2026-11-21
             */
            today: string;
            /** @description What the group no longer waits for. */
            written_off: components["schemas"]["Amount"];
        };
        /**
         * FineEvery
         * @description How often it is added while something stays late.
         * @default once
         * @enum {string}
         */
        FineEvery: "once" | "week" | "month";
        /**
         * FineKind
         * @description How a fine for lateness is reckoned.
         * @default none
         * @enum {string}
         */
        FineKind: "none" | "flat" | "percent";
        /**
         * FineRule
         * @description What lateness costs.
         *
         *     grace_days  days after the due date without a fine
         *     cap_minor   the most for one row; 0 for as much as was late
         * @default {
         *       "cap_minor": 0,
         *       "every": "once",
         *       "flat_minor": 0,
         *       "grace_days": 0,
         *       "kind": "none",
         *       "percent_bps": 0
         *     }
         */
        FineRule: {
            /**
             * @description The most for one row; 0 for as much as was late.
             * @default 0
             */
            cap_minor?: number;
            /** @description How often it is added. */
            every?: components["schemas"]["FineEvery"];
            /**
             * @description The flat amount.
             * @default 0
             */
            flat_minor?: number;
            /**
             * @description Days after the due date without a fine.
             * @default 0
             */
            grace_days?: number;
            /** @description Whether lateness costs nothing, a flat amount or a percentage. */
            kind?: components["schemas"]["FineKind"];
            /**
             * @description The percentage, in hundredths of a percent.
             * @default 0
             */
            percent_bps?: number;
        };
        /**
         * Format
         * @description How it is written.
         * @default csv
         * @enum {string}
         */
        Format: "csv" | "ndjson" | "parquet";
        /**
         * FoundOut
         * @description Who a look-up found.
         */
        FoundOut: {
            /** @description The amount that the QR code asks for. */
            amount?: components["schemas"]["Amount"] | null;
            /**
             * @description Handle, if she has one.
             * @example asha@batua
             */
            handle: string | null;
            /**
             * Format: uuid
             * @description The person.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            id: string;
            /**
             * @description When the caller last paid her.
             * @example 2026-11-21T09:30:00Z
             */
            last_paid_at: string | null;
            /**
             * @description The real name; masked until money has gone between the two.
             * @example Asha D•••
             */
            name: string;
            /**
             * @description The note that the QR code carries.
             * @example Tiffin
             */
            note?: string | null;
            /**
             * @description Whether the caller ever paid her.
             * @example true
             */
            paid_before: boolean;
            /**
             * @description Masked number.
             * @example +91 ••••• ••210
             */
            phone: string;
            /**
             * @description Where her photo is.
             * @example /api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo
             */
            photo_url: string | null;
        };
        /**
         * Glimpse
         * @description What somebody may know of a group before she is in it.
         */
        Glimpse: {
            /**
             * @description Currency of its pot.
             * @example INR
             */
            currency: string;
            /**
             * Format: uuid
             * @description The group.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            id: string;
            /**
             * @description Whether it is for women.
             * @example false
             */
            is_women_only: boolean;
            /** @description What it started as. */
            kind: components["schemas"]["GroupKind"];
            /**
             * @description How many are in it.
             * @example 12
             */
            members: number;
            /**
             * @description What it is called.
             * @example Friends of the well
             */
            name: string;
            /**
             * @description What it is for.
             * @example A new pump
             */
            purpose: string;
        };
        /**
         * Grace
         * @description What the first instalments leave out.
         * @default none
         * @enum {string}
         */
        Grace: "none" | "principal" | "all";
        /**
         * GridLine
         * @description A member and how she stands in each period.
         */
        GridLine: {
            /** @description Her dues, one a period and in their order; null where she owed none. */
            cells: (components["schemas"]["DuesOut"] | null)[];
            /**
             * Format: uuid
             * @description The membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description Who it is; null without an account. */
            person: components["schemas"]["FaceOut"] | null;
        };
        /**
         * GridOut
         * @description Who has paid and who has not.
         */
        GridOut: {
            /** @description Members. */
            items: components["schemas"]["GridLine"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
            /** @description Its days with sums, the newest first. */
            periods: components["schemas"]["PeriodOut"][];
            /** @description The plan. */
            plan: components["schemas"]["DuesPlan"];
        };
        /**
         * GroupHome
         * @description A group with all that its home shows.
         */
        GroupHome: {
            /** @description Its rules. */
            constitution: components["schemas"]["Constitution"];
            /**
             * @description The version of its rules that is in force.
             * @example 1
             */
            constitution_version: number;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T09:30:00Z
             */
            created_at: string;
            /**
             * @description Currency of its pot.
             * @example INR
             */
            currency: string;
            /**
             * Format: uuid
             * @description The group.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            id: string;
            /**
             * @description Whether it has ended.
             * @example false
             */
            is_over: boolean;
            /**
             * @description Whether it is for women.
             * @example false
             */
            is_women_only: boolean;
            /** @description What it started as. */
            kind: components["schemas"]["GroupKind"];
            /** @description The caller's own membership. */
            me: components["schemas"]["Membership"];
            /**
             * @description How many are in it.
             * @example 12
             */
            members: number;
            /** @description What she has put into the pot. */
            my_share: components["schemas"]["Amount"];
            /**
             * @description What it is called.
             * @example Friends of the well
             */
            name: string;
            /** @description What waits for the caller. */
            needs: components["schemas"]["Needs"];
            /**
             * @description Votes that are open.
             * @example 2
             */
            open_proposals: number;
            /**
             * @description Opens its picture for some minutes without signing in, for the caller alone; null when it has none.
             * @example /api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...
             */
            picture_url: string | null;
            /** @description The money of the group. */
            pot: components["schemas"]["PotOut"];
            /**
             * @description What it is for.
             * @example A new pump
             */
            purpose: string;
        };
        /**
         * GroupIn
         * @description A new group.
         */
        GroupIn: {
            /** @description Its rules; those of its kind when absent. */
            constitution?: components["schemas"]["Constitution"] | null;
            /**
             * @description ISO 4217 code.
             * @default INR
             * @example INR
             */
            currency?: string;
            /**
             * @description Whether it asks for verified women.
             * @default false
             * @example false
             */
            is_women_only?: boolean;
            /** @description What it starts as. */
            kind: components["schemas"]["GroupKind"];
            /**
             * @description What it is called.
             * @example Friends of the well
             */
            name: string;
            /**
             * @description What it is for.
             * @default
             * @example A new pump
             */
            purpose?: string;
        };
        /**
         * GroupKind
         * @description Ready-made kinds: what a new group starts with.
         * @enum {string}
         */
        GroupKind: "simple_pot" | "savings_group" | "event_fund";
        /**
         * GroupOut
         * @description A group as a member sees it in a list.
         */
        GroupOut: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T09:30:00Z
             */
            created_at: string;
            /**
             * @description Currency of its pot.
             * @example INR
             */
            currency: string;
            /**
             * Format: uuid
             * @description The group.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            id: string;
            /**
             * @description Whether it has ended.
             * @example false
             */
            is_over: boolean;
            /**
             * @description Whether it is for women.
             * @example false
             */
            is_women_only: boolean;
            /** @description What it started as. */
            kind: components["schemas"]["GroupKind"];
            /** @description The caller's own membership. */
            me: components["schemas"]["Membership"];
            /**
             * @description How many are in it.
             * @example 12
             */
            members: number;
            /** @description What she has put into the pot. */
            my_share: components["schemas"]["Amount"];
            /**
             * @description What it is called.
             * @example Friends of the well
             */
            name: string;
            /**
             * @description Opens its picture for some minutes without signing in, for the caller alone; null when it has none.
             * @example /api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...
             */
            picture_url: string | null;
            /** @description The money of the group. */
            pot: components["schemas"]["PotOut"];
            /**
             * @description What it is for.
             * @example A new pump
             */
            purpose: string;
        };
        /**
         * GroupPage
         * @description Some groups of the caller.
         */
        GroupPage: {
            /** @description The groups, the one joined last first. */
            items: components["schemas"]["GroupOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * GuaranteeOut
         * @description Somebody who answers for a loan, or was asked to.
         */
        GuaranteeOut: {
            /**
             * @description When she said it.
             * @example 2026-11-21T09:30:00Z
             */
            answered_at: string | null;
            /**
             * @description Whether it is the caller.
             * @example false
             */
            is_mine: boolean;
            /**
             * Format: uuid
             * @description Her membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description Who she is. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What she said and what became of it. */
            status: components["schemas"]["GuaranteeStatus"];
        };
        /**
         * GuaranteeStatus
         * @description What a guarantor said and what became of it.
         * @enum {string}
         */
        GuaranteeStatus: "asked" | "agreed" | "declined" | "released" | "called";
        /**
         * GuarantorIn
         * @description One more member who shall answer for a loan.
         */
        GuarantorIn: {
            /**
             * Format: uuid
             * @description Her membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member: string;
        };
        /**
         * HandleOut
         * @description Whether a handle can be had.
         */
        HandleOut: {
            /**
             * @description Whether you can take it.
             * @example true
             */
            available: boolean;
        };
        /**
         * HeadOut
         * @description The end of the chain. Kept by anybody, it proves later what was written until then.
         */
        HeadOut: {
            /**
             * @description How many entries are sealed.
             * @example 12000
             */
            entries: number;
            /**
             * @description Hash of everything sealed so far, in hex.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            head: string | null;
            /**
             * @description Number of the last block; 0 before the first.
             * @example 7
             */
            n: number;
            /**
             * @description When it was sealed.
             * @example 2026-11-21T09:30:00Z
             */
            sealed_at: string | null;
            /**
             * @description How many are not sealed yet; 100000 stands for more.
             * @example 12
             */
            waiting: number;
        };
        /**
         * Hindrance
         * @description Why a group cannot end yet.
         * @enum {string}
         */
        Hindrance: "loans_running" | "payouts_waiting" | "contributions_waiting";
        /**
         * InstalmentOut
         * @description An instalment of the caller's loan that is late, or due within a week.
         */
        InstalmentOut: {
            /** @description What to pay. */
            due: components["schemas"]["DueOut"];
            /**
             * Format: uuid
             * @description Her loan.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            loan: string;
        };
        /**
         * Interest
         * @description How interest is reckoned.
         * @default reducing
         * @enum {string}
         */
        Interest: "flat" | "reducing" | "equal_principal";
        /**
         * InviteIn
         * @description A way in: for the one person who is named, or a link when nobody is.
         */
        InviteIn: {
            /**
             * @description How long it holds, 1 to 30.
             * @default 7
             * @example 7
             */
            days?: number;
            /**
             * @description Or by handle.
             * @example asha@batua
             */
            handle?: string | null;
            /**
             * @description How many may come by a link, 1 to 1000.
             * @default 1
             * @example 20
             */
            max_uses?: number;
            /**
             * @description Who is invited, by id.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            person?: string | null;
            /**
             * @description Or by telephone number, any format.
             * @example +919876543210
             */
            phone?: string | null;
            /**
             * @description What she becomes: `member` or `viewer`.
             * @example member
             */
            role?: components["schemas"]["Role"];
        };
        /**
         * InviteKind
         * @description How somebody is asked to come in.
         * @enum {string}
         */
        InviteKind: "link" | "person";
        /**
         * InviteOut
         * @description A way into a group.
         */
        InviteOut: {
            /**
             * @description When it was ended before its time.
             * @example 2026-11-21T09:30:00Z
             */
            cancelled_at: string | null;
            /**
             * Format: date-time
             * @description Until when it holds.
             * @example 2026-11-21T09:30:00Z
             */
            expires_at: string;
            /**
             * Format: uuid
             * @description The invite.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /** @description For one person, or for whoever has the link. */
            kind: components["schemas"]["InviteKind"];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-21T09:30:00Z
             */
            made_at: string;
            /** @description Who made it. */
            made_by: components["schemas"]["FaceOut"] | null;
            /**
             * @description How many may come by it.
             * @example 20
             */
            max_uses: number;
            /** @description Who is invited; null of a link. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What she becomes. */
            role: components["schemas"]["Role"];
            /**
             * @description How many have.
             * @example 3
             */
            used: number;
        };
        /**
         * InvitePage
         * @description Some invites of a group.
         */
        InvitePage: {
            /** @description The invites, newest first. */
            items: components["schemas"]["InviteOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * ItemsIn
         * @description Payments that are being thought of, at most ten thousand.
         */
        ItemsIn: {
            /** @description The payments, in their order. */
            items: components["schemas"]["BatchItemIn"][];
        };
        /**
         * Joining
         * @description What came of joining: she is in, or has asked to be.
         */
        Joining: {
            /** @description The group. */
            group: components["schemas"]["Glimpse"];
            /** @description The caller's own membership. */
            me: components["schemas"]["Membership"];
        };
        /**
         * KindOut
         * @description A ready-made kind of group.
         */
        KindOut: {
            /** @description The rules it starts with. */
            constitution: components["schemas"]["Constitution"];
            /** @description Its name. */
            kind: components["schemas"]["GroupKind"];
            /** @description The same as sentences for any language. */
            words: components["schemas"]["Phrase"][];
        };
        /**
         * Kinds
         * @description What a new group can start as.
         */
        Kinds: {
            /** @description Each kind once. */
            items: components["schemas"]["KindOut"][];
        };
        /**
         * LimitKind
         * @description What a limit bounds.
         * @enum {string}
         */
        LimitKind: "per_send" | "day" | "month" | "no_pin_below";
        /**
         * LimitOut
         * @description One limit and what is left of it.
         */
        LimitOut: {
            /** @description The limit. */
            amount: components["schemas"]["Amount"];
            /** @description What it bounds; from `no_pin_below` on the PIN is asked. */
            kind: components["schemas"]["LimitKind"];
            /** @description What is left of it; null when none counts. */
            left: components["schemas"]["Amount"] | null;
            /**
             * @description When it starts anew, in the person's own time zone.
             * @example 2026-11-21T09:30:00Z
             */
            resets_at: string | null;
            /** @description What was used of it; null when none counts. */
            used: components["schemas"]["Amount"] | null;
        };
        /**
         * LimitsLeft
         * @description What may still go.
         */
        LimitsLeft: {
            /** @description Today. */
            day: components["schemas"]["Amount"];
            /** @description This month. */
            month: components["schemas"]["Amount"];
            /** @description In one payment. */
            per_send: components["schemas"]["Amount"];
        };
        /**
         * LimitsOut
         * @description The caller's limits in one currency.
         */
        LimitsOut: {
            /** @description Each limit once. */
            items: components["schemas"]["LimitOut"][];
        };
        /**
         * LinePage
         * @description Some lines of a batch.
         */
        LinePage: {
            /** @description The lines, in their order. */
            items: components["schemas"]["BatchLineOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WzFd
             */
            next: string | null;
        };
        /**
         * LineRefusalOut
         * @description Why a line was refused.
         */
        LineRefusalOut: {
            /**
             * @description Stable name of the reason.
             * @example payments.payee_not_found
             */
            code: string;
            /**
             * @description What happened.
             * @example Nobody with a wallet was found.
             */
            detail: string;
            /**
             * @description Typed facts of the refusal, by name.
             * @example {}
             */
            facts: {
                [key: string]: unknown;
            };
            /**
             * @description What to do now.
             * @example Check the number.
             */
            todo: string;
        };
        /**
         * LineStatus
         * @description What became of a line.
         * @enum {string}
         */
        LineStatus: "sent" | "refused" | "waiting";
        /**
         * LoanChangeIn
         * @description A question to the group about a loan that is being paid back.
         */
        LoanChangeIn: {
            /**
             * @description Of `restructure`: in how many instalments from then on.
             * @example 6
             */
            count?: number | null;
            /** @description One of `restructure`, `offset`, `call_guarantors` and `write_off`. */
            kind: components["schemas"]["ProposalKind"];
            /**
             * @description Why.
             * @default
             * @example The harvest failed
             */
            reason?: string;
        };
        /**
         * LoanHome
         * @description A loan with all that its page shows.
         */
        LoanHome: {
            /**
             * Format: date-time
             * @description When it was asked for.
             * @example 2026-11-21T09:30:00Z
             */
            asked_at: string;
            /** @description What the borrower has put into the pot. */
            borrower_saved: components["schemas"]["Amount"];
            /** @description What it costs by the terms that were voted on. */
            cost: components["schemas"]["CostOut"];
            /**
             * @description How many there are.
             * @example 12
             */
            count: number;
            /**
             * @description When it was paid out.
             * @example 2026-11-21T09:30:00Z
             */
            disbursed_at: string | null;
            /** @description What should be paid next. */
            due: components["schemas"]["DueOut"] | null;
            /**
             * @description When it ended.
             * @example 2026-11-21T09:30:00Z
             */
            ended_at: string | null;
            /** @description Due with the first instalment. */
            fee: components["schemas"]["Amount"];
            /** @description Those who were asked to answer. */
            guarantees: components["schemas"]["GuaranteeOut"][];
            /**
             * @description How many must agree before the vote.
             * @example 2
             */
            guarantors_needed: number;
            /**
             * Format: uuid
             * @description The loan.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            id: string;
            /** @description How interest is reckoned. */
            interest: components["schemas"]["Interest"];
            /**
             * @description Whether the caller borrows.
             * @example false
             */
            is_mine: boolean;
            /** @description Whether the caller pays it back now, for herself or as one who was called. */
            may_repay: boolean;
            /**
             * Format: uuid
             * @description The borrower's membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description What of that was not paid back yet. */
            outstanding: components["schemas"]["Amount"];
            /** @description What should have been paid before today. */
            overdue: components["schemas"]["Amount"];
            /** @description What would end it today. */
            payoff: components["schemas"]["Amount"];
            /** @description How far instalments lie apart. */
            period: components["schemas"]["Period"];
            /** @description The borrower. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What is lent. */
            principal: components["schemas"]["Amount"];
            /**
             * @description Key of its product.
             * @example loan
             */
            product: string;
            /**
             * @description What people call it.
             * @example Loan
             */
            product_name: string;
            /**
             * @description Its vote.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            proposal_id: string | null;
            /**
             * @description What it is for.
             * @example A sewing machine
             */
            purpose: string;
            /**
             * @description Interest of a period, in hundredths of a percent.
             * @example 200
             */
            rate_bps: number;
            /** @description Its schedule; till it is paid out, as it would be were that today. */
            rows: components["schemas"]["RowOut"][];
            /** @description How far it has come. */
            status: components["schemas"]["LoanStatus"];
        };
        /**
         * LoanIn
         * @description A loan that is asked for.
         */
        LoanIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * @description In how many instalments.
             * @example 12
             */
            count: number;
            /**
             * @description Memberships of those who shall answer for it.
             * @example [
             *       "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
             *     ]
             */
            guarantors?: string[];
            /**
             * @description Key of a product of the constitution.
             * @example loan
             */
            product: string;
            /**
             * @description What it is for.
             * @example A sewing machine
             */
            purpose: string;
        };
        /**
         * LoanOut
         * @description A loan as it stands in a list.
         */
        LoanOut: {
            /**
             * Format: date-time
             * @description When it was asked for.
             * @example 2026-11-21T09:30:00Z
             */
            asked_at: string;
            /**
             * @description How many there are.
             * @example 12
             */
            count: number;
            /**
             * @description When it was paid out.
             * @example 2026-11-21T09:30:00Z
             */
            disbursed_at: string | null;
            /** @description What should be paid next. */
            due: components["schemas"]["DueOut"] | null;
            /**
             * @description When it ended.
             * @example 2026-11-21T09:30:00Z
             */
            ended_at: string | null;
            /** @description Due with the first instalment. */
            fee: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description The loan.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            id: string;
            /** @description How interest is reckoned. */
            interest: components["schemas"]["Interest"];
            /**
             * @description Whether the caller borrows.
             * @example false
             */
            is_mine: boolean;
            /**
             * Format: uuid
             * @description The borrower's membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description What of that was not paid back yet. */
            outstanding: components["schemas"]["Amount"];
            /** @description How far instalments lie apart. */
            period: components["schemas"]["Period"];
            /** @description The borrower. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What is lent. */
            principal: components["schemas"]["Amount"];
            /**
             * @description Key of its product.
             * @example loan
             */
            product: string;
            /**
             * @description What people call it.
             * @example Loan
             */
            product_name: string;
            /**
             * @description Its vote.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            proposal_id: string | null;
            /**
             * @description What it is for.
             * @example A sewing machine
             */
            purpose: string;
            /**
             * @description Interest of a period, in hundredths of a percent.
             * @example 200
             */
            rate_bps: number;
            /** @description How far it has come. */
            status: components["schemas"]["LoanStatus"];
        };
        /**
         * LoanPage
         * @description Some loans of a group.
         */
        LoanPage: {
            /** @description The loans, newest first. */
            items: components["schemas"]["LoanOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * LoanProduct
         * @description A loan that members may ask for.
         *
         *     rate_bps              interest for one period
         *     savings_multiple_pct  the most that is lent, in percent of the borrower's savings; 0 for no cap
         *     max_minor             the most that is lent to one; 0 for no cap
         *     guarantors            how many must agree before the vote
         */
        LoanProduct: {
            /**
             * @description A fee in hundredths of a percent of the loan.
             * @default 0
             */
            fee_bps?: number;
            /**
             * @description A flat fee when it is paid out.
             * @default 0
             */
            fee_minor?: number;
            /** @description What lateness costs. */
            fine?: components["schemas"]["FineRule"];
            /** @description What is put off at the beginning. */
            grace?: components["schemas"]["Grace"];
            /**
             * @description For how many instalments.
             * @default 0
             */
            grace_count?: number;
            /**
             * @description How many must agree before the vote.
             * @default 0
             */
            guarantors?: number;
            /** @description How interest is reckoned. */
            interest?: components["schemas"]["Interest"];
            /**
             * @description Names the product within the group for ever.
             * @example loan
             */
            key: string;
            /**
             * @description The most instalments.
             * @default 12
             */
            max_count?: number;
            /**
             * @description The most that is lent to one; 0 for no cap.
             * @default 0
             */
            max_minor?: number;
            /**
             * @description The fewest instalments.
             * @default 1
             */
            min_count?: number;
            /**
             * @description What people call it.
             * @example Loan
             */
            name: string;
            /** @description How long one period is. */
            period?: components["schemas"]["Period"];
            /**
             * @description Interest for one period, in hundredths of a percent.
             * @default 0
             */
            rate_bps?: number;
            /**
             * @description The most that is lent, in percent of the borrower's savings; 0 for no cap.
             * @default 300
             */
            savings_multiple_pct?: number;
        };
        /**
         * LoanStatus
         * @description How far a loan has come; `rules.states` holds the allowed steps.
         * @enum {string}
         */
        LoanStatus: "asked" | "voting" | "approved" | "active" | "closed" | "rejected" | "cancelled" | "written_off";
        /**
         * LoanStepOut
         * @description A step about an instalment: its debtor is told of it.
         */
        LoanStepOut: {
            /**
             * Format: date-time
             * @description When it was taken; of the next one, not before then.
             * @example 2026-11-21T03:30:00Z
             */
            at: string;
            /** @description How she is told. */
            channel: components["schemas"]["Channel"];
            /**
             * @description The instalment, from 1.
             * @example 1
             */
            row: number;
            /**
             * @description Place of the step in the plan of the constitution, from 0.
             * @example 2
             */
            step: number;
        };
        /**
         * LoanStepsOut
         * @description What was done about the instalments of a loan, and what comes next.
         */
        LoanStepsOut: {
            /** @description The next one, unless it is paid before; null when none is left. */
            planned: components["schemas"]["LoanStepOut"] | null;
            /** @description The steps that were taken, instalment by instalment. */
            taken: components["schemas"]["LoanStepOut"][];
        };
        /**
         * LogLineOut
         * @description One thing that was done in a group.
         */
        LogLineOut: {
            /**
             * @description What was done.
             * @example voted
             */
            act: string;
            /** @description Who; null when it followed by itself. */
            actor: components["schemas"]["FaceOut"] | null;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-11-21T09:30:00Z
             */
            at: string;
            /**
             * @description Whether it was the caller in this very session.
             * @example false
             */
            by_this_session: boolean;
            /**
             * @description What else is worth to know; names in `_minor` hold money of the group.
             * @example {
             *       "choice": "yes",
             *       "version": 1
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description Counts up.
             * @example 412
             */
            id: number;
            /**
             * Format: uuid
             * @description To what.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            subject: string;
        };
        /**
         * LogPage
         * @description Some lines of a group's log.
         */
        LogPage: {
            /** @description The lines, newest first. */
            items: components["schemas"]["LogLineOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * LookUpIn
         * @description Whom the caller means: exactly one of the three.
         */
        LookUpIn: {
            /**
             * @description Handle.
             * @example asha@batua
             */
            handle?: string | null;
            /**
             * @description Telephone number, any format.
             * @example +919876543210
             */
            phone?: string | null;
            /**
             * @description The whole text of a scanned code: a pay link of ours, or `upi://pay` that names a payee of ours.
             * @example upi://pay?pa=asha@batua&am=12.50&cu=INR
             */
            qr?: string | null;
        };
        /**
         * MarkIn
         * @description What was read.
         */
        MarkIn: {
            /**
             * @description Whether all were read.
             * @default false
             * @example true
             */
            all?: boolean;
            /** @description The notifications that were read. */
            ids?: string[] | null;
        };
        /**
         * MemberOut
         * @description A member of a group.
         */
        MemberOut: {
            /**
             * Format: date-time
             * @description When she asked to come in.
             * @example 2026-11-21T09:30:00Z
             */
            asked_at: string;
            /**
             * @description When it ended.
             * @example 2026-11-21T09:30:00Z
             */
            ended_at: string | null;
            /**
             * @description Whether she may vote now.
             * @example true
             */
            has_voice: boolean;
            /**
             * Format: uuid
             * @description The membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /**
             * @description When she came in.
             * @example 2026-11-21T09:30:00Z
             */
            joined_at: string | null;
            /** @description Who she is; null without an account. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What she is in the group. */
            role: components["schemas"]["Role"];
            /** @description What she has put into the pot. */
            saved: components["schemas"]["Amount"];
            /** @description How the membership stands. */
            status: components["schemas"]["MemberStatus"];
        };
        /**
         * MemberPage
         * @description Some members of a group.
         */
        MemberPage: {
            /** @description The members, those who asked first first. */
            items: components["schemas"]["MemberOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * Membership
         * @description The caller's own membership.
         */
        Membership: {
            /**
             * @description Whether she may vote now.
             * @example true
             */
            has_voice: boolean;
            /**
             * Format: uuid
             * @description The membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /**
             * @description When she came in.
             * @example 2026-11-21T09:30:00Z
             */
            joined_at: string | null;
            /** @description What her role lets her do; empty till she is in. */
            rights: components["schemas"]["Right"][];
            /** @description What she is in the group. */
            role: components["schemas"]["Role"];
            /** @description Whether she is in, or has asked to be. */
            status: components["schemas"]["MemberStatus"];
        };
        /**
         * MemberStatus
         * @description How a membership stands; `rules.states` holds the allowed steps.
         * @default active
         * @enum {string}
         */
        MemberStatus: "asked" | "active" | "declined" | "withdrawn" | "left" | "removed";
        /**
         * MonthOut
         * @description What went into the pot and out of it in a month.
         */
        MonthOut: {
            /** @description What went in. */
            came: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description Its first day.
             * @example 2026-11-01
             */
            month: string;
            /** @description What went out. */
            went: components["schemas"]["Amount"];
        };
        /**
         * MyDuesOut
         * @description The caller's own dues.
         */
        MyDuesOut: {
            /** @description What comes next, by plan. */
            coming: components["schemas"]["ComingOut"][];
            /** @description What she has not paid, the oldest first. */
            open: components["schemas"]["DuesOut"][];
            /** @description All that she has not paid, fines of today included. */
            owed: components["schemas"]["Amount"];
            /** @description What she paid lately, the newest first. */
            paid: components["schemas"]["DuesOut"][];
        };
        /**
         * MyInvite
         * @description A group that the caller is asked into by name.
         */
        MyInvite: {
            /**
             * Format: date-time
             * @description Until when it holds.
             * @example 2026-11-21T09:30:00Z
             */
            expires_at: string;
            /** @description What she may know of it. */
            group: components["schemas"]["Glimpse"];
            /** @description Who asks her. */
            invited_by: components["schemas"]["FaceOut"] | null;
            /** @description What she would be. */
            role: components["schemas"]["Role"];
        };
        /**
         * MyInvites
         * @description Where the caller is asked in.
         */
        MyInvites: {
            /** @description The invites, newest first. */
            items: components["schemas"]["MyInvite"][];
        };
        /**
         * Needs
         * @description What waits for the caller in a group.
         */
        Needs: {
            /** @description Her dues whose day has come. */
            dues: components["schemas"]["DuesDueOut"] | null;
            /**
             * @description Loans for which she was asked to answer.
             * @example [
             *       "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
             *     ]
             */
            guarantees: string[];
            /** @description What she should pay of her loan within a week. */
            instalment: components["schemas"]["InstalmentOut"] | null;
            /**
             * @description People who asked to come in and whom she may answer.
             * @example 1
             */
            joins: number;
            /**
             * @description Whether they are let in by a proposal instead.
             * @example false
             */
            joins_by_vote: boolean;
            /**
             * @description Open proposals on which she may vote and has not.
             * @example [
             *       "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
             *     ]
             */
            votes: string[];
        };
        /**
         * NewInviteOut
         * @description An invite just made; its secret is told this once.
         */
        NewInviteOut: {
            /** @description The invite. */
            invite: components["schemas"]["InviteOut"];
            /**
             * @description What the QR code says; the secret stands behind `#`, which no server logs.
             * @example https://batua.example/groups/join#q3Zk0cV1u7mXo9b2s5dTfA
             */
            link: string | null;
            /**
             * @description The link as a QR code, an SVG picture.
             * @example <svg …>
             */
            qr_svg: string | null;
            /**
             * @description Opens the link.
             * @example q3Zk0cV1u7mXo9b2s5dTfA
             */
            secret: string | null;
        };
        /**
         * NewWebhookEndpointOut
         * @description An endpoint with its new secret.
         */
        NewWebhookEndpointOut: {
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2026-11-21T09:30:00Z
             */
            changed_at: string;
            /**
             * @description What it is for.
             * @example Bookkeeping
             */
            description: string;
            /**
             * @description Since when it takes nothing.
             * @example 2026-11-21T09:30:00Z
             */
            failing_since: string | null;
            /**
             * Format: uuid
             * @description Name of the endpoint.
             */
            id: string;
            /**
             * @description The kinds that it wants.
             * @example [
             *       "payments.sent"
             *     ]
             */
            kinds: string[];
            /**
             * Format: date-time
             * @description When it was registered.
             * @example 2026-11-21T09:30:00Z
             */
            made_at: string;
            /**
             * @description Since when.
             * @example 2026-11-21T09:30:00Z
             */
            paused_at: string | null;
            /** @description Why it is paused. */
            paused_because: components["schemas"]["Pause"] | null;
            /**
             * @description Until when the secret before the last one signs too.
             * @example 2026-11-21T09:30:00Z
             */
            previous_until: string | null;
            /**
             * @description Signs what is sent. Shown this once: keep it.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
            /** @description Whether it is told of what happens. */
            state: components["schemas"]["EndpointState"];
            /**
             * @description Where it is told: an https address.
             * @example https://books.example.org/batua
             */
            url: string;
        };
        /**
         * NotificationOut
         * @description Something the reader was told, in her language.
         */
        NotificationOut: {
            /** @description The money it is about, if any. */
            amount: components["schemas"]["Amount"] | null;
            /**
             * @description The whole of it.
             * @example Asha Devi sent you ₹125.00. It is in your wallet.
             */
            body: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            created_at: string;
            /**
             * Format: uuid
             * @description Name of the notification.
             */
            id: string;
            /**
             * @description What happened.
             * @example received
             */
            kind: string;
            /**
             * @description Page of the app that shows more.
             * @example /payments/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            link: string | null;
            /** @description When it was read; null while it is new. */
            read_at: string | null;
            /**
             * @description One line without an amount.
             * @example Money from Asha Devi
             */
            title: string;
        };
        /**
         * NotificationsOut
         * @description A page of notifications, newest first.
         */
        NotificationsOut: {
            /** @description The notifications of this page. */
            items: components["schemas"]["NotificationOut"][];
            /** @description Cursor of the next page; null at the end. */
            next: string | null;
            /**
             * @description How many are new in all; 100 stands for 100 or more.
             * @example 3
             */
            unread: number;
        };
        /**
         * OpenWallet
         * @description A wish for a wallet in another currency.
         */
        OpenWallet: {
            /**
             * @description ISO 4217 code.
             * @example USD
             */
            currency: string;
        };
        /**
         * Outcome
         * @description What came of one try.
         * @enum {string}
         */
        Outcome: "taken" | "refused" | "moved" | "slow" | "unreachable" | "untrusted" | "broken" | "forbidden";
        /**
         * PartOut
         * @description One of the things that were looked at.
         */
        PartOut: {
            /**
             * @description What was looked at.
             * @example accounts
             */
            name: string;
            /**
             * @description What could not be looked at, if anything.
             * @default
             */
            note?: string;
            /**
             * @description How many rows were read.
             * @example 512
             */
            rows: number;
        };
        /**
         * PartyOut
         * @description A person as the caller may see her.
         */
        PartyOut: {
            /**
             * @description Handle, if she has one.
             * @example asha@batua
             */
            handle: string | null;
            /**
             * Format: uuid
             * @description The person.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            id: string;
            /**
             * @description The real name; masked until money has gone between the two.
             * @example Asha D•••
             */
            name: string;
            /**
             * @description Masked number.
             * @example +91 ••••• ••210
             */
            phone: string;
            /**
             * @description Where her photo is.
             * @example /api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo
             */
            photo_url: string | null;
        };
        /**
         * PasswordIn
         * @description The password that is and the one that is wanted.
         */
        PasswordIn: {
            /**
             * @description 8 to 256 characters of any kind; common ones are refused.
             * @example mango tree by the well
             */
            current: string;
            /**
             * @description 8 to 256 characters of any kind; common ones are refused.
             * @example mango tree by the well
             */
            new: string;
        };
        /**
         * Pause
         * @description Why an endpoint is paused.
         * @enum {string}
         */
        Pause: "officer" | "gone" | "failing";
        /**
         * PayeeOut
         * @description Someone who can be paid.
         */
        PayeeOut: {
            /**
             * @description Handle, if she has one.
             * @example asha@batua
             */
            handle: string | null;
            /**
             * Format: uuid
             * @description The person.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            id: string;
            /**
             * @description When the caller last paid her.
             * @example 2026-11-21T09:30:00Z
             */
            last_paid_at: string | null;
            /**
             * @description The real name; masked until money has gone between the two.
             * @example Asha D•••
             */
            name: string;
            /**
             * @description Whether the caller ever paid her.
             * @example true
             */
            paid_before: boolean;
            /**
             * @description Masked number.
             * @example +91 ••••• ••210
             */
            phone: string;
            /**
             * @description Where her photo is.
             * @example /api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo
             */
            photo_url: string | null;
        };
        /**
         * Payees
         * @description Some people who can be paid.
         */
        Payees: {
            /** @description The people, the latest dealt with first. */
            items: components["schemas"]["PayeeOut"][];
        };
        /**
         * PaymentKind
         * @description What a payment is for.
         * @enum {string}
         */
        PaymentKind: "send" | "request" | "top_up" | "withdrawal" | "refund" | "pot_in" | "pot_out";
        /**
         * PaymentOut
         * @description A payment as the caller's side sees it.
         */
        PaymentOut: {
            /** @description What went. */
            amount: components["schemas"]["Amount"];
            /** @description The caller's own balance right after it. */
            balance_after: components["schemas"]["Amount"] | null;
            /**
             * Format: date-time
             * @description When it began.
             * @example 2026-11-21T09:30:00Z
             */
            created_at: string;
            /** @description Whether money left the caller (`out`) or reached her (`in`). */
            direction: components["schemas"]["Direction"];
            /**
             * @description Why it failed, as a stable word.
             * @example declined
             */
            failure: string | null;
            /** @description What it cost the payer on top. */
            fee: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description The payment.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            id: string;
            /** @description What it is for; `request` is a request that was paid. */
            kind: components["schemas"]["PaymentKind"];
            /**
             * @description What the payer wrote.
             * @example Dinner
             */
            note: string;
            /** @description The other side; null for the outside world. */
            other: components["schemas"]["PartyOut"] | null;
            /**
             * @description Short code to tell one another.
             * @example 7K2M9QXW4TBA
             */
            reference: string;
            /**
             * @description The request that this answered.
             * @example 0198c5f2-9a10-7d33-b2c1-7788990011aa
             */
            request_id: string | null;
            /**
             * @description When it came to its end.
             * @example 2026-11-21T09:30:00Z
             */
            settled_at: string | null;
            /** @description How far it has come. */
            status: components["schemas"]["PaymentStatus"];
        };
        /**
         * PaymentPage
         * @description Some payments.
         */
        PaymentPage: {
            /** @description The payments, newest first. */
            items: components["schemas"]["PaymentOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * PaymentStatus
         * @description How far a payment has come; `rules.states` holds the allowed steps.
         * @enum {string}
         */
        PaymentStatus: "pending" | "succeeded" | "failed" | "expired" | "unknown";
        /**
         * Period
         * @description How far instalments lie apart, and what a rate is for.
         * @default month
         * @enum {string}
         */
        Period: "week" | "month";
        /**
         * PeriodOut
         * @description One day of a plan for everybody.
         */
        PeriodOut: {
            /** @description All that is owed, without fines. */
            due: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description Its day.
             * @example 2026-12-21
             */
            due_on: string;
            /** @description All fines. */
            fines: components["schemas"]["Amount"];
            /** @description What was paid of them. */
            fines_got: components["schemas"]["Amount"];
            /** @description What was paid of that. */
            got: components["schemas"]["Amount"];
            /**
             * @description How many owe or have paid it.
             * @example 12
             */
            members: number;
            /**
             * @description How many have paid all of it.
             * @example 9
             */
            paid: number;
            /**
             * @description How many have paid some of it.
             * @example 1
             */
            part_paid: number;
        };
        /**
         * Phrase
         * @description A sentence to be said in any language: its key and what stands in its holes.
         *
         *     Holes whose name ends in `_minor` hold money of the group's currency.
         */
        Phrase: {
            /**
             * @description What stands in its holes; `_minor` at the end of a name says that it is money of the group.
             * @example {
             *       "percent": 51
             *     }
             */
            holes?: {
                [key: string]: string | number;
            };
            /**
             * @description Which sentence.
             * @example rule.vote.percent
             */
            key: string;
        };
        /**
         * PictureOut
         * @description The picture of a group.
         */
        PictureOut: {
            /**
             * @description Opens its picture for some minutes without signing in, for the caller alone; null when it has none.
             * @example /api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...
             */
            picture_url: string | null;
        };
        /**
         * PinIn
         * @description A new PIN, by the current one or by password, challenge and code.
         */
        PinIn: {
            /**
             * @description When the PIN is forgotten: of /me/pin/code.
             * @example Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g
             */
            challenge?: string | null;
            /**
             * @description When the PIN is forgotten.
             * @example 204417
             */
            code?: string | null;
            /**
             * @description The PIN that is.
             * @example 739164
             */
            current_pin?: string | null;
            /**
             * @description 6 digits.
             * @example 482915
             */
            new_pin: string;
            /**
             * @description When the PIN is forgotten.
             * @example mango tree by the well
             */
            password?: string | null;
        };
        /**
         * PinReason
         * @description Why the payment PIN is asked for.
         * @enum {string}
         */
        PinReason: "amount" | "new_payee";
        /**
         * PlanOut
         * @description A plan of dues, and how its newest day stands.
         */
        PlanOut: {
            /**
             * @description Whether the rules have it no longer.
             * @example false
             */
            is_over: boolean;
            /** @description Its newest day that is owed. */
            newest: components["schemas"]["PeriodOut"] | null;
            /**
             * @description The next day that nobody owes yet.
             * @example 2026-12-21
             */
            next_on: string | null;
            /** @description Its rule. */
            plan: components["schemas"]["DuesPlan"];
        };
        /**
         * Plans
         * @description The plans of a group.
         */
        Plans: {
            /** @description Those in force first. */
            items: components["schemas"]["PlanOut"][];
        };
        /**
         * PositionOut
         * @description Where a member stands.
         */
        PositionOut: {
            /** @description Dues that she owes. */
            dues: components["schemas"]["Amount"];
            /** @description What is out in her loan. */
            loan: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Her membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description What is late of it. */
            overdue: components["schemas"]["Amount"];
            /** @description Who she is. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What she has saved in the pot. */
            saved: components["schemas"]["Amount"];
        };
        /**
         * PositionPage
         * @description Where some members stand.
         */
        PositionPage: {
            /** @description Those who asked first first. */
            items: components["schemas"]["PositionOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * PotOut
         * @description The money of a group.
         */
        PotOut: {
            /** @description What is not set aside for approved payouts. */
            available: components["schemas"]["Amount"];
            /** @description All that is in the pot. */
            balance: components["schemas"]["Amount"];
        };
        /**
         * PreviewLineOut
         * @description A line as it would be sent.
         */
        PreviewLineOut: {
            /** @description How much. */
            amount: components["schemas"]["Amount"] | null;
            /** @description Every reason why it would not go; none if it would. */
            errors: components["schemas"]["FaultOut"][];
            /**
             * @description Row of the file, or place among the items.
             * @example 2
             */
            line: number;
            /**
             * @description The note.
             * @example Salary of May
             */
            note: string;
            /** @description Who that is. */
            payee: components["schemas"]["PayeeOut"] | null;
            /**
             * @description The recipient as written.
             * @example +919876543210
             */
            recipient: string;
            /** @description `paid_twice`: another line pays the same person. `name_differs`: the file has another first name. */
            warnings: components["schemas"]["Caution"][];
        };
        /**
         * PreviewOut
         * @description What a batch would do.
         */
        PreviewOut: {
            /**
             * @description How many would go.
             * @example 47
             */
            good: number;
            /** @description Every line, in its order. */
            lines: components["schemas"]["PreviewLineOut"][];
            /**
             * @description Whether the PIN is asked.
             * @example true
             */
            needs_pin: boolean;
            /** @description By currency. */
            totals: components["schemas"]["PreviewTotalOut"][];
            /**
             * @description How many would not.
             * @example 1
             */
            wrong: number;
        };
        /**
         * PreviewTotalOut
         * @description One currency of a preview.
         */
        PreviewTotalOut: {
            /** @description What would be left to spend. */
            balance_after: components["schemas"]["Amount"];
            /** @description What may go today, before this. */
            day_left: components["schemas"]["Amount"];
            /** @description What may go this month, before this. */
            month_left: components["schemas"]["Amount"];
            /** @description What may go in one payment. */
            per_send: components["schemas"]["Amount"];
            /** @description What the good lines would move. */
            total: components["schemas"]["Amount"];
        };
        /**
         * Problem
         * @description Why a request was refused, after RFC 9457.
         */
        Problem: {
            /**
             * @description Stable name of the reason.
             * @example kit.bad_field
             */
            code: string;
            /**
             * @description What happened, in one sentence.
             * @example A field of the request is not as it should be.
             */
            detail: string;
            /**
             * @description Fields to mend.
             * @default []
             * @example []
             */
            errors?: components["schemas"]["FieldProblem"][];
            /**
             * @description Typed facts of the refusal, by name.
             * @default {}
             * @example {
             *       "retry_after_s": 30
             *     }
             */
            facts?: Record<string, never>;
            /**
             * @description Name of this request in the logs.
             * @example 0198c5f0a1b2
             */
            request_id: string;
            /**
             * @description Whether the same request may succeed later.
             * @example false
             */
            retry: boolean;
            /**
             * @description HTTP status.
             * @example 400
             */
            status: number;
            /**
             * @description The kind of refusal.
             * @example Invalid
             */
            title: string;
            /**
             * @description What to do now.
             * @example Mend the fields that are named.
             */
            todo: string;
            /**
             * @description Page about the code.
             * @example /docs/errors#kit.bad_field
             */
            type: string;
        };
        /**
         * Profile
         * @description What somebody sees of herself.
         */
        Profile: {
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            created_at: string;
            /**
             * @description E-mail.
             * @example asha@example.org
             */
            email: string | null;
            /**
             * @description Handle.
             * @example asha@batua
             */
            handle: string | null;
            /**
             * @description Whether a PIN is set.
             * @example true
             */
            has_pin: boolean;
            /**
             * Format: uuid
             * @description An id.
             * @example 0197d5c0-0000-7000-8000-000000000001
             */
            id: string;
            /**
             * @description A language of the app.
             * @example hi
             */
            language: string;
            /**
             * @description The name others see.
             * @example Asha Devi
             */
            name: string;
            /**
             * @description Phone with + and the country's code.
             * @example +919876543210
             */
            phone: string;
            /**
             * @description Path of the photo; changes with it.
             * @example /api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c
             */
            photo_url: string | null;
            /**
             * @description Roles.
             * @example [
             *       "person"
             *     ]
             */
            roles: string[];
            /**
             * @description IANA time zone.
             * @example Asia/Kolkata
             */
            time_zone: string;
        };
        /**
         * ProfileIn
         * @description What changes; what is absent stays.
         */
        ProfileIn: {
            /**
             * @description New e-mail, empty to remove it; needs Step-Up-Token.
             * @example asha@example.org
             */
            email?: string | null;
            /**
             * @description New handle.
             * @example asha@batua
             */
            handle?: string | null;
            /**
             * @description New language.
             * @example hi
             */
            language?: string | null;
            /**
             * @description New name.
             * @example Asha Devi
             */
            name?: string | null;
            /**
             * @description New time zone.
             * @example Asia/Kolkata
             */
            time_zone?: string | null;
        };
        /**
         * ProposalIn
         * @description A question to the group; which fields it needs depends on its kind.
         */
        ProposalIn: {
            /** @description Of `withdraw`: how much. */
            amount?: components["schemas"]["Amount"] | null;
            /** @description Of `constitution`: all settings as they shall be. */
            constitution?: components["schemas"]["Constitution"] | null;
            /** @description What is asked. */
            kind: components["schemas"]["ProposalKind"];
            /**
             * @description Of `withdraw`: the person of the group who is paid.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            payee?: string | null;
            /**
             * @description Why.
             * @default
             * @example The pump broke
             */
            reason?: string;
            /** @description Of `roles`: who becomes what. */
            roles?: components["schemas"]["RoleFor"][];
            /** @description Of `dissolve`: in which proportion the pot is split. */
            split?: components["schemas"]["SplitRule"];
            /**
             * @description Of `admit` and `remove`: the membership it is about.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            subject?: string | null;
        };
        /**
         * ProposalKind
         * @description What members vote on.
         * @enum {string}
         */
        ProposalKind: "withdraw" | "loan" | "constitution" | "admit" | "remove" | "roles" | "restructure" | "offset" | "call_guarantors" | "write_off" | "dissolve";
        /**
         * ProposalOut
         * @description A question to the group, how its vote stands, and what became of it.
         */
        ProposalOut: {
            /** @description How much, of a withdrawal; of `dissolve`, the pot when it was asked. */
            amount: components["schemas"]["Amount"] | null;
            /** @description Who asks. */
            asker: components["schemas"]["FaceOut"] | null;
            /** @description Of new rules: setting by setting. */
            changes: components["schemas"]["Change"][];
            /**
             * @description When it was decided.
             * @example 2026-11-21T09:30:00Z
             */
            decided_at: string | null;
            /**
             * @description When it was done.
             * @example 2026-11-21T09:30:00Z
             */
            executed_at: string | null;
            /**
             * Format: date-time
             * @description When the vote ends.
             * @example 2026-11-21T09:30:00Z
             */
            expires_at: string;
            /**
             * @description Why it was not done, as a stable word.
             * @example not_enough_in_pot
             */
            failure: string | null;
            /**
             * Format: uuid
             * @description The proposal.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            id: string;
            /**
             * @description Of `restructure`: how many from then on.
             * @example 6
             */
            instalments: number | null;
            /**
             * @description Whether the caller asks.
             * @example false
             */
            is_mine: boolean;
            /** @description What is asked. */
            kind: components["schemas"]["ProposalKind"];
            /**
             * @description Until when it may be paid out.
             * @example 2026-11-21T09:30:00Z
             */
            lapses_at: string | null;
            /**
             * @description Of a question about a loan: which.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            loan_id: string | null;
            /**
             * @description Whether the caller may vote now.
             * @example true
             */
            may_vote: boolean;
            /** @description What the caller said in this version. */
            mine: components["schemas"]["Choice"] | null;
            /**
             * @description Whether a vote needs the Step-Up-Token.
             * @example false
             */
            needs_pin: boolean;
            /**
             * Format: date-time
             * @description When it opened.
             * @example 2026-11-21T09:30:00Z
             */
            opened_at: string;
            /** @description Who is paid, of a withdrawal. */
            payee: components["schemas"]["FaceOut"] | null;
            /**
             * @description Why.
             * @example The pump broke
             */
            reason: string;
            /** @description Who becomes what. */
            roles: components["schemas"]["RoleChange"][];
            /** @description Of `dissolve`: in which proportion the pot is split. */
            split: components["schemas"]["SplitRule"] | null;
            /** @description How far it has come. */
            status: components["schemas"]["ProposalStatus"];
            /** @description Whom it is about. */
            subject: components["schemas"]["FaceOut"] | null;
            /** @description How the vote stands. */
            tally: components["schemas"]["TallyOut"];
            /**
             * @description Counts up when amount or payee changes.
             * @example 1
             */
            version: number;
            /** @description The rule with its numbers, as sentences for any language. */
            words: components["schemas"]["Phrase"][];
        };
        /**
         * ProposalPage
         * @description Some proposals of a group.
         */
        ProposalPage: {
            /** @description The proposals, newest first. */
            items: components["schemas"]["ProposalOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * ProposalStatus
         * @description How far a proposal has come; `rules.states` holds the allowed steps.
         * @enum {string}
         */
        ProposalStatus: "open" | "approved" | "rejected" | "expired" | "withdrawn" | "executing" | "executed" | "failed" | "lapsed";
        /**
         * QrOut
         * @description The caller's own QR code.
         */
        QrOut: {
            /**
             * @description The code as an SVG picture.
             * @example <svg …></svg>
             */
            svg: string;
            /**
             * @description What the code says: a link that opens the send screen.
             * @example https://batua.example/pay?to=asha@batua&am=12.50&cu=INR
             */
            text: string;
        };
        /**
         * QuoteIn
         * @description What somebody would like to borrow.
         */
        QuoteIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * @description In how many instalments.
             * @example 12
             */
            count: number;
            /**
             * @description Key of a product of the constitution.
             * @example loan
             */
            product: string;
        };
        /**
         * QuoteOut
         * @description What a loan would cost if it were paid out today, and how much could be lent.
         */
        QuoteOut: {
            /** @description What it costs. */
            cost: components["schemas"]["CostOut"];
            /** @description The most that the pot can lend now. */
            lendable: components["schemas"]["Amount"];
            /** @description The most that is lent to the caller; null for no cap. */
            most: components["schemas"]["Amount"] | null;
            /** @description Its schedule. */
            rows: components["schemas"]["RowOut"][];
        };
        /**
         * ReceiptOut
         * @description A file at a transaction.
         */
        ReceiptOut: {
            /**
             * Format: date-time
             * @description When.
             * @example 2026-11-21T09:30:00Z
             */
            added_at: string;
            /** @description Who brought it. */
            added_by: components["schemas"]["FaceOut"] | null;
            /**
             * Format: uuid
             * @description The receipt.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /** @description Whether the caller may take it away. */
            may_remove: boolean;
            /**
             * @description What it is.
             * @example image/jpeg
             */
            media_type: string;
            /**
             * @description Its bytes.
             * @example 180000
             */
            size: number;
            /**
             * @description Opens it for five minutes without signing in, for the caller alone.
             * @example /api/v1/group-receipts/0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60?link=AZ...
             */
            url: string;
        };
        /**
         * Receipts
         * @description The receipts of a transaction.
         */
        Receipts: {
            /** @description The oldest first. */
            items: components["schemas"]["ReceiptOut"][];
        };
        /**
         * RecoverCompleteIn
         * @description The new password.
         */
        RecoverCompleteIn: {
            /**
             * @description What this device is called.
             * @example Asha's phone
             */
            device_name?: string | null;
            /**
             * @description 8 to 256 characters of any kind; common ones are refused.
             * @example mango tree by the well
             */
            password: string;
            /**
             * @description The right to go on, once.
             * @example mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE
             */
            ticket: string;
        };
        /**
         * RecoverIn
         * @description Whose account is to be recovered.
         */
        RecoverIn: {
            /**
             * @description Phone or e-mail.
             * @example +919876543210
             */
            identifier: string;
            /**
             * @description Of who asks; the message is in the account's.
             * @default en
             * @example en
             */
            language?: string;
        };
        /**
         * RefreshIn
         * @description The refresh token of a program; a web page leaves it to the cookie.
         */
        RefreshIn: {
            /**
             * @description For programs: makes this device known. Null when it is known already, or when the cookie carries it.
             * @example Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7
             */
            device_token?: string | null;
            /**
             * @description For programs; null when the cookie carries it.
             * @example p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE
             */
            refresh_token?: string | null;
        };
        /**
         * RegisterIn
         * @description Who wants an account.
         */
        RegisterIn: {
            /**
             * @description Optional e-mail.
             * @example asha@example.org
             */
            email?: string | null;
            /**
             * @description A language of the app.
             * @example hi
             */
            language: string;
            /**
             * @description The name others see.
             * @example Asha Devi
             */
            name: string;
            /**
             * @description Phone with + and the country's code.
             * @example +919876543210
             */
            phone: string;
            /**
             * @description IANA time zone; from the phone if absent.
             * @example Asia/Kolkata
             */
            time_zone?: string | null;
        };
        /**
         * RemindedOut
         * @description What came of a reminder.
         */
        RemindedOut: {
            /**
             * @description How many were reminded.
             * @example 3
             */
            members: number;
        };
        /**
         * RepayIn
         * @description Money from the borrower's wallet against her loan.
         */
        RepayIn: {
            /** @description How much, at most what ends the loan today. */
            amount: components["schemas"]["Amount"];
        };
        /**
         * RepaymentOut
         * @description What some money paid of a loan.
         */
        RepaymentOut: {
            /** @description All of it. */
            amount: components["schemas"]["Amount"];
            /** @description For fees. */
            fee: components["schemas"]["Amount"];
            /** @description For lateness. */
            fine: components["schemas"]["Amount"];
            /** @description For interest. */
            interest: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description When.
             * @example 2026-11-21T09:30:00Z
             */
            paid_at: string;
            /** @description What it paid back. */
            principal: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Its line of the statement.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            transaction_id: string;
        };
        /**
         * RepaymentPage
         * @description Some of what was paid of a loan.
         */
        RepaymentPage: {
            /** @description What was paid, newest first. */
            items: components["schemas"]["RepaymentOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * Reply
         * @description What the person did who was called.
         * @enum {string}
         */
        Reply: "confirmed" | "wants_person";
        /**
         * ReportOut
         * @description What a run has read and found.
         */
        ReportOut: {
            /**
             * @description Accounts that were read.
             * @default 0
             */
            accounts?: number;
            /**
             * @description Blocks of the chain.
             * @default 0
             */
            blocks?: number;
            /** @description What is wrong; the first altered row comes first. */
            damages?: components["schemas"]["DamageOut"][];
            /**
             * @description Entries that were read.
             * @default 0
             */
            entries?: number;
            /**
             * @description Holds that were read.
             * @default 0
             */
            holds?: number;
            /** @description What was looked at. */
            parts?: components["schemas"]["PartOut"][];
            /**
             * @description Postings that were lived through again.
             * @default 0
             */
            postings?: number;
        };
        /**
         * RequestOut
         * @description A request as the caller's side sees it.
         */
        RequestOut: {
            /** @description What is wished for. */
            amount: components["schemas"]["Amount"];
            /**
             * @description When it was answered or ended.
             * @example 2026-11-21T09:30:00Z
             */
            closed_at: string | null;
            /**
             * Format: date-time
             * @description When it was asked.
             * @example 2026-11-21T09:30:00Z
             */
            created_at: string;
            /** @description `out` when the caller asked, `in` when she was asked. */
            direction: components["schemas"]["Direction"];
            /**
             * Format: date-time
             * @description Until when it can be paid.
             * @example 2026-11-21T09:30:00Z
             */
            expires_at: string;
            /**
             * Format: uuid
             * @description The request.
             * @example 0198c5f2-9a10-7d33-b2c1-7788990011aa
             */
            id: string;
            /**
             * @description What the asker wrote.
             * @example Rent of May
             */
            note: string;
            /** @description The other side. */
            other: components["schemas"]["PartyOut"] | null;
            /**
             * @description The payment that answered it.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            payment_id: string | null;
            /**
             * @description When the payer was last reminded.
             * @example 2026-11-21T09:30:00Z
             */
            reminded_at: string | null;
            /** @description What became of it. */
            status: components["schemas"]["RequestStatus"];
        };
        /**
         * RequestPage
         * @description Some requests.
         */
        RequestPage: {
            /** @description The requests, newest first. */
            items: components["schemas"]["RequestOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * RequestStatus
         * @description What became of a wish for money.
         * @enum {string}
         */
        RequestStatus: "open" | "paid" | "declined" | "cancelled" | "expired";
        /**
         * ResendIn
         * @description The challenge that needs another code.
         */
        ResendIn: {
            /**
             * @description Names the challenge.
             * @example Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g
             */
            challenge: string;
        };
        /**
         * ResultOut
         * @description What became of a line.
         */
        ResultOut: {
            /**
             * @description Its place in the order, from 1.
             * @example 1
             */
            line: number;
            /**
             * @description The payment that was made.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            payment_id: string | null;
            /** @description Why it was refused. */
            refusal: components["schemas"]["LineRefusalOut"] | null;
            /** @description Whether it was sent, refused, or still waits. */
            status: components["schemas"]["LineStatus"];
        };
        /**
         * Rhythm
         * @description How often dues fall due.
         * @default monthly
         * @enum {string}
         */
        Rhythm: "weekly" | "monthly" | "rule";
        /**
         * Right
         * @description What a role lets somebody do in her group.
         * @enum {string}
         */
        Right: "read" | "contribute" | "vote" | "propose" | "borrow" | "guarantee" | "delegate" | "attach" | "attach_any" | "invite" | "answer_joins" | "describe" | "remind" | "waive_fines" | "retry_payout" | "export";
        /**
         * Role
         * @description What somebody is in a group; only a vote changes it.
         * @default member
         * @example member
         * @enum {string}
         */
        Role: "chair" | "treasurer" | "secretary" | "member" | "viewer";
        /**
         * RoleChange
         * @description A role that a proposal gives.
         */
        RoleChange: {
            /**
             * Format: uuid
             * @description The membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member: string;
            /** @description Who she is. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What she becomes. */
            role: components["schemas"]["Role"];
        };
        /**
         * RoleFor
         * @description A role for a member.
         */
        RoleFor: {
            /**
             * Format: uuid
             * @description The membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member: string;
            /** @description What she becomes. */
            role: components["schemas"]["Role"];
        };
        /**
         * RoleOut
         * @description A role and what it lets somebody do.
         */
        RoleOut: {
            /** @description What it lets somebody do. */
            rights: components["schemas"]["Right"][];
            /** @description The role. */
            role: components["schemas"]["Role"];
        };
        /**
         * Roles
         * @description Every role; what no role may do, such as paying out, is voted on.
         */
        Roles: {
            /** @description Each role once. */
            items: components["schemas"]["RoleOut"][];
        };
        /**
         * RowOut
         * @description One instalment.
         */
        RowOut: {
            /**
             * Format: date
             * @description Its day.
             * @example 2026-12-21
             */
            due_on: string;
            /** @description Its fee. */
            fee: components["schemas"]["Amount"];
            /** @description For lateness. */
            fine: components["schemas"]["Amount"];
            /** @description Its interest. */
            interest: components["schemas"]["Amount"];
            /**
             * @description Whether its day is over and something is left.
             * @example false
             */
            is_late: boolean;
            /**
             * @description Whether nothing is left of it.
             * @example false
             */
            is_paid: boolean;
            /**
             * @description Its number.
             * @example 1
             */
            n: number;
            /** @description What of it was paid. */
            paid: components["schemas"]["Amount"];
            /** @description What it pays back. */
            principal: components["schemas"]["Amount"];
            /** @description All of that. */
            total: components["schemas"]["Amount"];
        };
        /**
         * RunState
         * @description Where a run of `verify` stands.
         * @enum {string}
         */
        RunState: "waiting" | "running" | "whole" | "damaged" | "failed";
        /**
         * SavedIn
         * @description A bank account that the caller used before.
         */
        SavedIn: {
            /**
             * Format: uuid
             * @description From the list of them.
             * @example 0198c5f3-1b20-7e44-a3d2-99aabbccdd00
             */
            id: string;
            /**
             * @description Says which of the choices this is.
             * @constant
             */
            kind: "saved";
        };
        /**
         * SearchOut
         * @description What was found.
         */
        SearchOut: {
            /** @description The caller's payments, newest first. */
            payments: components["schemas"]["PaymentOut"][];
            /** @description People the caller deals with. */
            people: components["schemas"]["PayeeOut"][];
        };
        /**
         * SecretIn
         * @description The secret of a link.
         */
        SecretIn: {
            /**
             * @description What stands behind `#`.
             * @example q3Zk0cV1u7mXo9b2s5dTfA
             */
            secret: string;
        };
        /**
         * SendIn
         * @description Money to another person.
         */
        SendIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /**
             * @description A line for both sides.
             * @default
             * @example Dinner
             */
            note?: string;
            /**
             * Format: uuid
             * @description Who is paid.
             * @example 0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e
             */
            payee: string;
        };
        /**
         * Session
         * @description Somebody is signed in.
         */
        Session: {
            /**
             * @description JWT of ten minutes.
             * @example eyJhbGciOi.eyJpc3Mi.c2ln
             */
            access_token: string;
            /**
             * @description For programs: makes this device known. Null when it is known already, or when the cookie carries it.
             * @example Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7
             */
            device_token: string | null;
            /**
             * @description Life of the token.
             * @example 600
             */
            expires_in_s: number;
            /** @description Who is signed in. */
            person: components["schemas"]["Profile"];
            /**
             * @description For programs; null when the cookie carries it.
             * @example p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE
             */
            refresh_token: string | null;
            /**
             * @description Always Bearer.
             * @example Bearer
             */
            token_type: string;
        };
        /**
         * ShareOut
         * @description What a member gets of the pot.
         */
        ShareOut: {
            /** @description Her share. */
            amount: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description Her membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /** @description Who she is. */
            person: components["schemas"]["FaceOut"] | null;
            /** @description What votes have paid out to her. */
            received: components["schemas"]["Amount"];
            /** @description What she has saved in the pot. */
            saved: components["schemas"]["Amount"];
            /** @description How far it has come; nothing while it is only reckoned. */
            status: components["schemas"]["TransactionStatus"] | null;
        };
        /**
         * Sheet
         * @description Which sheet; together the three are the whole.
         * @default postings
         * @enum {string}
         */
        Sheet: "accounts" | "postings" | "holds";
        /**
         * SignInIn
         * @description Who signs in.
         */
        SignInIn: {
            /**
             * @description What this device is called.
             * @example Asha's phone
             */
            device_name?: string | null;
            /**
             * @description For programs: makes this device known. Null when it is known already, or when the cookie carries it.
             * @example Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7
             */
            device_token?: string | null;
            /**
             * @description Phone or e-mail.
             * @example +919876543210
             */
            identifier: string;
            /**
             * @description 8 to 256 characters of any kind; common ones are refused.
             * @example mango tree by the well
             */
            password: string;
        };
        /**
         * SignInOut
         * @description One of the two: signed in, or a code is needed because the device is new.
         */
        SignInOut: {
            /** @description A code is needed first. */
            challenge: components["schemas"]["Challenge"] | null;
            /** @description Signed in. */
            session: components["schemas"]["Session"] | null;
        };
        /**
         * SplitOut
         * @description A whole pot, shared out; the shares sum to it exactly.
         */
        SplitOut: {
            /** @description What must come to its end before the group can. */
            hindrances: components["schemas"]["Hindrance"][];
            /** @description The largest shares first. */
            items: components["schemas"]["ShareOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
            /** @description What is shared out, of all pages. */
            total: components["schemas"]["Amount"];
        };
        /**
         * SplitRule
         * @description In which proportion a pot is split when its group ends.
         * @default net
         * @enum {string}
         */
        SplitRule: "net" | "saved" | "equal";
        /**
         * StatementLineOut
         * @description One movement of a wallet.
         */
        StatementLineOut: {
            /** @description Above zero when it came in, below when it left. */
            amount: components["schemas"]["Amount"];
            /** @description What was in the wallet then. */
            balance_after: components["schemas"]["Amount"];
            /**
             * Format: uuid
             * @description The entry of the ledger.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            entry_id: string;
            /**
             * @description What the entry is for.
             * @example send
             */
            kind: string;
            /**
             * @description The payment it belongs to.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            payment_id: string | null;
            /**
             * Format: date-time
             * @description When it was recorded.
             * @example 2026-11-21T09:30:00Z
             */
            recorded_at: string;
        };
        /**
         * StatementOut
         * @description Some movements of a wallet.
         */
        StatementOut: {
            /** @description The movements, newest first. */
            items: components["schemas"]["StatementLineOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WzEyXQ
             */
            next: string | null;
        };
        /**
         * StepUp
         * @description Proof of the PIN, for the header Step-Up-Token.
         */
        StepUp: {
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            expires_at: string;
            /**
             * @description For five minutes.
             * @example eyJhbGciOi.eyJpc3Mi.c2ln
             */
            token: string;
        };
        /**
         * StepUpIn
         * @description The PIN.
         */
        StepUpIn: {
            /**
             * @description 6 digits.
             * @example 482915
             */
            pin: string;
        };
        /**
         * TallyOut
         * @description How a vote stands.
         */
        TallyOut: {
            /**
             * @description Who abstained.
             * @example 0
             */
            abstain: number;
            /**
             * @description Who had a vote when it opened.
             * @example 5
             */
            electors: number;
            /**
             * @description Who has lost her vote since.
             * @example 0
             */
            gone: number;
            /**
             * @description How many yes make it pass.
             * @example 3
             */
            needed: number;
            /**
             * @description Who said no.
             * @example 1
             */
            no: number;
            /**
             * @description The percentage behind that.
             * @example 51
             */
            percent: number;
            /**
             * @description Who has not voted.
             * @example 2
             */
            waiting: number;
            /**
             * @description Who said yes.
             * @example 2
             */
            yes: number;
        };
        /**
         * Ticket
         * @description The code was right; go on with this.
         */
        Ticket: {
            /**
             * Format: date-time
             * @description UTC, RFC 3339.
             * @example 2026-03-01T10:00:00Z
             */
            expires_at: string;
            /**
             * @description The right to go on, once.
             * @example mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE
             */
            ticket: string;
        };
        /**
         * TopUpIn
         * @description Money into the caller's own wallet.
         */
        TopUpIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
        };
        /**
         * TopUpOut
         * @description A top-up.
         */
        TopUpOut: {
            /** @description What was ordered. */
            amount: components["schemas"]["Amount"];
            /**
             * @description The provider's page on which to pay; null until the provider has answered, and once it is decided.
             * @example https://pay.example/checkout/co_0198c5f0
             */
            checkout_url: string | null;
            /**
             * @description Until when it can be paid.
             * @example 2026-11-21T09:30:00Z
             */
            expires_at: string | null;
            /**
             * @description Why no money came, as a stable word.
             * @example declined
             */
            failure: string | null;
            /**
             * Format: uuid
             * @description The top-up.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            id: string;
            /**
             * Format: uuid
             * @description The same in the history of payments.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            payment_id: string;
            /** @description How far it has come. */
            status: components["schemas"]["PaymentStatus"];
        };
        /**
         * TransactionKind
         * @description What money went for.
         * @enum {string}
         */
        TransactionKind: "contribution" | "payout" | "disbursement" | "repayment" | "offset" | "share";
        /**
         * TransactionOut
         * @description What went into a pot or, below zero, out of it.
         */
        TransactionOut: {
            /** @description Above zero into the pot, below zero out of it. */
            amount: components["schemas"]["Amount"];
            /** @description What was in the pot right after it. */
            balance_after: components["schemas"]["Amount"] | null;
            /**
             * Format: date-time
             * @description When it began.
             * @example 2026-11-21T09:30:00Z
             */
            created_at: string;
            /**
             * @description Why it failed, as a stable word.
             * @example declined
             */
            failure: string | null;
            /**
             * Format: uuid
             * @description The transaction.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            id: string;
            /** @description What it was for. */
            kind: components["schemas"]["TransactionKind"];
            /**
             * Format: uuid
             * @description Whose membership.
             * @example 0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60
             */
            member_id: string;
            /**
             * @description What was written.
             * @example For March
             */
            note: string;
            /** @description Who paid, or was paid. */
            person: components["schemas"]["FaceOut"] | null;
            /**
             * @description The vote that decided it.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            proposal_id: string | null;
            /**
             * @description How many files prove it.
             * @example 1
             */
            receipts: number;
            /**
             * @description When it came to its end.
             * @example 2026-11-21T09:30:00Z
             */
            settled_at: string | null;
            /** @description How far it has come. */
            status: components["schemas"]["TransactionStatus"];
        };
        /**
         * TransactionPage
         * @description Some lines of a group's statement.
         */
        TransactionPage: {
            /** @description What moved, newest first. */
            items: components["schemas"]["TransactionOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * TransactionStatus
         * @description How far it has come; the steps are those of a payment.
         * @enum {string}
         */
        TransactionStatus: "pending" | "succeeded" | "failed" | "expired" | "unknown";
        /**
         * VerificationOut
         * @description A run of `verify`.
         */
        VerificationOut: {
            /**
             * Format: date-time
             * @description When it was asked for.
             * @example 2026-11-21T09:30:00Z
             */
            asked_at: string;
            /**
             * @description How much of this part is done.
             * @example 81920
             */
            done: number;
            /** @description When it ended. */
            ended_at: string | null;
            /**
             * Format: uuid
             * @description Name of the run.
             */
            id: string;
            /**
             * @description What it looks at now.
             * @example postings
             */
            part: string;
            /** @description What it found; null until it ended. */
            report: components["schemas"]["ReportOut"] | null;
            /** @description When it began. */
            started_at: string | null;
            /** @description Where it stands. */
            state: components["schemas"]["RunState"];
            /**
             * @description Of how much.
             * @example 1000000
             */
            total: number;
        };
        /**
         * VerificationsOut
         * @description A page of runs, the newest first.
         */
        VerificationsOut: {
            /** @description The runs of this page. */
            items: components["schemas"]["VerificationOut"][];
            /** @description Cursor of the next page; null at the end. */
            next: string | null;
        };
        /**
         * VersionOut
         * @description When a version of the rules came into force.
         */
        VersionOut: {
            /**
             * Format: date-time
             * @description When it came into force.
             * @example 2026-11-21T09:30:00Z
             */
            made_at: string;
            /** @description Who made or proposed it. */
            made_by: components["schemas"]["FaceOut"] | null;
            /**
             * @description The vote; null of the founder's own.
             * @example 0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f
             */
            proposal_id: string | null;
            /**
             * @description Its number.
             * @example 2
             */
            version: number;
        };
        /**
         * VersionPage
         * @description Some versions of the rules.
         */
        VersionPage: {
            /** @description The versions, newest first. */
            items: components["schemas"]["VersionOut"][];
            /**
             * @description Cursor of the next page; null at the end.
             * @example WyIy
             */
            next: string | null;
        };
        /**
         * Via
         * @description The channels: how people are reached outside the app.
         * @enum {string}
         */
        Via: "email" | "sms" | "whatsapp" | "call";
        /**
         * VoteIn
         * @description A vote.
         */
        VoteIn: {
            /** @description What she says. */
            choice: components["schemas"]["Choice"];
            /**
             * @description Why.
             * @default
             * @example We need it
             */
            reason?: string;
            /**
             * @description The version of the proposal that the voter saw.
             * @example 1
             */
            version: number;
        };
        /**
         * VoteRule
         * @description When a proposal passes.
         *
         *     percent               of the electorate that must say yes
         *     weighty_percent       the same for a new constitution, a removal and the end of the group
         *     open_hours            how long a vote lasts at most
         *     lapse_days            how long an approved payout may still be made
         *     second_factor_minor   from this amount on a vote asks for the PIN
         *     delegations           how many other members one may vote for
         *     delegation_days       how long that may last
         * @default {
         *       "delegation_days": 90,
         *       "delegations": 2,
         *       "lapse_days": 7,
         *       "open_hours": 72,
         *       "percent": 51,
         *       "second_factor_minor": 0,
         *       "weighty_percent": 51
         *     }
         */
        VoteRule: {
            /**
             * @description How long that may last.
             * @default 90
             */
            delegation_days?: number;
            /**
             * @description How many other members one may vote for.
             * @default 2
             */
            delegations?: number;
            /**
             * @description How long an approved payout may still be made.
             * @default 7
             * @example 7
             */
            lapse_days?: number;
            /**
             * @description How long a vote lasts at most.
             * @default 72
             * @example 72
             */
            open_hours?: number;
            /**
             * @description How many percent of the electorate must say yes.
             * @default 51
             * @example 51
             */
            percent?: number;
            /**
             * @description From this amount on a vote asks for the PIN.
             * @default 0
             * @example 50000
             */
            second_factor_minor?: number;
            /**
             * @description The same for a new constitution, a removal and the end of the group.
             * @default 51
             * @example 67
             */
            weighty_percent?: number;
        };
        /**
         * WaiveIn
         * @description Why a fine is let go of.
         */
        WaiveIn: {
            /**
             * @description A line for the log.
             * @default
             * @example She was ill
             */
            reason?: string;
        };
        /**
         * WalletOut
         * @description A wallet and what is in it.
         */
        WalletOut: {
            /** @description What may be spent: the balance less what is held. */
            available: components["schemas"]["Amount"];
            /** @description What is in it. */
            balance: components["schemas"]["Amount"];
            /**
             * @description Its currency.
             * @example INR
             */
            currency: string;
            /**
             * Format: uuid
             * @description The wallet.
             * @example 0198c5f3-11aa-7c4e-8d21-0a1b2c3d4e5f
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was opened.
             * @example 2026-11-21T09:30:00Z
             */
            opened_at: string;
            /** @description What is on its way in. */
            pending_in: components["schemas"]["Amount"];
            /** @description What is held for a way out. */
            pending_out: components["schemas"]["Amount"];
        };
        /**
         * Wallets
         * @description The caller's wallets.
         */
        Wallets: {
            /** @description A wallet a currency, oldest first. */
            items: components["schemas"]["WalletOut"][];
        };
        /**
         * WebhookDeliveriesOut
         * @description A page of the delivery log, the newest first.
         */
        WebhookDeliveriesOut: {
            /** @description The deliveries of this page. */
            items: components["schemas"]["WebhookDeliveryOut"][];
            /** @description Cursor of the next page; null at the end. */
            next: string | null;
        };
        /**
         * WebhookDeliveryOut
         * @description One event for one endpoint.
         */
        WebhookDeliveryOut: {
            /**
             * Format: date-time
             * @description Not to be tried before, while it waits.
             * @example 2026-11-21T09:30:00Z
             */
            due_at: string;
            /**
             * @description When it was over.
             * @example 2026-11-21T09:30:00Z
             */
            ended_at: string | null;
            /**
             * Format: uuid
             * @description The endpoint.
             */
            endpoint: string;
            /** @description Why it was not taken. */
            failure: components["schemas"]["Failure"] | null;
            /**
             * Format: uuid
             * @description Name of the delivery.
             */
            id: string;
            /**
             * @description The kind of fact.
             * @example payments.sent
             */
            kind: string;
            /**
             * @description The `webhook-id`: the same in every try and replay.
             * @example evt_0198c5f07d3a7b1e9c552f1d8a4b6c3e
             */
            message: string;
            /**
             * Format: date-time
             * @description Since when it is there.
             * @example 2026-11-21T09:30:00Z
             */
            queued_at: string;
            /** @description How far it has come. */
            state: components["schemas"]["DeliveryState"];
            /**
             * @description How often it was tried.
             * @example 1
             */
            tries: number;
        };
        /**
         * WebhookEndpointChangeIn
         * @description What to change; what is null or absent stays.
         */
        WebhookEndpointChangeIn: {
            /** @description Another description. */
            description?: string | null;
            /** @description Other kinds. */
            kinds?: string[] | null;
            /** @description Pause it, or switch it on. */
            state?: components["schemas"]["EndpointState"] | null;
            /** @description Another address. */
            url?: string | null;
        };
        /**
         * WebhookEndpointIn
         * @description An endpoint to register.
         */
        WebhookEndpointIn: {
            /**
             * @description What it is for.
             * @default
             * @example Bookkeeping
             */
            description?: string;
            /**
             * @description The kinds that it wants.
             * @example [
             *       "payments.sent"
             *     ]
             */
            kinds: string[];
            /**
             * @description Where it is told: an https address.
             * @example https://books.example.org/batua
             */
            url: string;
        };
        /**
         * WebhookEndpointOut
         * @description An address of an integrator.
         */
        WebhookEndpointOut: {
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2026-11-21T09:30:00Z
             */
            changed_at: string;
            /**
             * @description What it is for.
             * @example Bookkeeping
             */
            description: string;
            /**
             * @description Since when it takes nothing.
             * @example 2026-11-21T09:30:00Z
             */
            failing_since: string | null;
            /**
             * Format: uuid
             * @description Name of the endpoint.
             */
            id: string;
            /**
             * @description The kinds that it wants.
             * @example [
             *       "payments.sent"
             *     ]
             */
            kinds: string[];
            /**
             * Format: date-time
             * @description When it was registered.
             * @example 2026-11-21T09:30:00Z
             */
            made_at: string;
            /**
             * @description Since when.
             * @example 2026-11-21T09:30:00Z
             */
            paused_at: string | null;
            /** @description Why it is paused. */
            paused_because: components["schemas"]["Pause"] | null;
            /**
             * @description Until when the secret before the last one signs too.
             * @example 2026-11-21T09:30:00Z
             */
            previous_until: string | null;
            /** @description Whether it is told of what happens. */
            state: components["schemas"]["EndpointState"];
            /**
             * @description Where it is told: an https address.
             * @example https://books.example.org/batua
             */
            url: string;
        };
        /**
         * WebhookEndpointsOut
         * @description All endpoints, the newest first.
         */
        WebhookEndpointsOut: {
            /** @description The endpoints. */
            items: components["schemas"]["WebhookEndpointOut"][];
        };
        /**
         * WebhookKindOut
         * @description A kind of fact that is published.
         */
        WebhookKindOut: {
            /** @description Its name, the `type` of what is sent. */
            kind: string;
            /**
             * @description JSON schema of the whole body.
             * @example {}
             */
            schema: {
                [key: string]: unknown;
            };
            /**
             * @description What it says.
             * @example Money went out.
             */
            summary: string;
        };
        /**
         * WebhookKindsOut
         * @description Every kind that an endpoint may want.
         */
        WebhookKindsOut: {
            /** @description The kinds. */
            items: components["schemas"]["WebhookKindOut"][];
        };
        /**
         * WebhookReplayIn
         * @description From when on what failed is sent again.
         */
        WebhookReplayIn: {
            /**
             * Format: date-time
             * @description From this moment on, RFC 3339.
             * @example 2026-11-21T09:30:00Z
             */
            since: string;
        };
        /**
         * WebhookReplayOut
         * @description What is sent again.
         */
        WebhookReplayOut: {
            /**
             * @description How many were queued.
             * @example 12
             */
            count: number;
            /** @description Whether to ask again for the rest. */
            has_more: boolean;
        };
        /**
         * WebhookToldOut
         * @description A delivery with what it says, and its tries.
         */
        WebhookToldOut: {
            /**
             * @description The very body that is signed and sent.
             * @example {}
             */
            body: string;
            /** @description The delivery. */
            delivery: components["schemas"]["WebhookDeliveryOut"];
            /** @description Its last tries, the newest first. */
            tries: components["schemas"]["WebhookTryOut"][];
        };
        /**
         * WebhookTryOut
         * @description One try; without an outcome it is under way, or was cut off and is made again.
         */
        WebhookTryOut: {
            /**
             * @description The first bytes of the answer.
             * @example ok
             */
            answer: string | null;
            /**
             * Format: date-time
             * @description When it began.
             * @example 2026-11-21T09:30:00Z
             */
            began_at: string;
            /**
             * @description Which try, from 1.
             * @example 1
             */
            number: number;
            /** @description What came of it. */
            outcome: components["schemas"]["Outcome"] | null;
            /**
             * @description The HTTP status, if any.
             * @example 200
             */
            status: number | null;
            /**
             * @description How long it took.
             * @example 84
             */
            took_ms: number | null;
        };
        /**
         * WishesShape
         * @description How the caller wishes to be reached outside the app; the app itself always tells her.
         */
        WishesShape: {
            /**
             * @description Channels that she does not want.
             * @example [
             *       "call"
             *     ]
             */
            off: components["schemas"]["Via"][];
            /**
             * @description From this hour of her day on she is left in peace.
             * @example 21
             */
            quiet_from: number;
            /**
             * @description Until this hour.
             * @example 8
             */
            quiet_until: number;
        };
        /**
         * WithdrawalOut
         * @description A withdrawal.
         */
        WithdrawalOut: {
            /** @description What goes. */
            amount: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description When it was ordered.
             * @example 2026-11-21T09:30:00Z
             */
            created_at: string;
            /** @description Where it goes. */
            destination: components["schemas"]["DestinationOut"];
            /**
             * @description Why the money came back, as a stable word.
             * @example account_closed
             */
            failure: string | null;
            /**
             * Format: uuid
             * @description The withdrawal.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            id: string;
            /**
             * Format: uuid
             * @description The same in the history of payments.
             * @example 0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4
             */
            payment_id: string;
            /**
             * @description Short code to tell one another.
             * @example 7K2M9QXW4TBA
             */
            reference: string;
            /**
             * @description When it came to its end.
             * @example 2026-11-21T09:30:00Z
             */
            settled_at: string | null;
            /** @description How far it has come; until it ends the money is set aside. */
            status: components["schemas"]["PaymentStatus"];
        };
        /**
         * WithdrawIn
         * @description Money to the caller's own bank account.
         */
        WithdrawIn: {
            /** @description How much. */
            amount: components["schemas"]["Amount"];
            /** @description Where it goes. */
            destination: components["schemas"]["BankIn"] | components["schemas"]["SavedIn"];
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
    ApiV1AuthCodesResendResend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g"
                 *     }
                 */
                "application/json": components["schemas"]["ResendIn"];
            };
        };
        responses: {
            /** @description A code is on its way, if there is somebody to send it to. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "resend_after_s": 30,
                     *       "sent_to": "+91 ••••• ••210"
                     *     }
                     */
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_expired`: The code is older than ten minutes, used, or replaced by a newer one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.resend_too_soon`: A code was sent less than 30 seconds ago. `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthLoginSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web` keeps the tokens in cookies that scripts cannot read. */
                "Batua-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device_name": "Asha's phone",
                 *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                 *       "identifier": "+919876543210",
                 *       "password": "mango tree by the well"
                 *     }
                 */
                "application/json": components["schemas"]["SignInIn"];
            };
        };
        responses: {
            /** @description One of the two: signed in, or a code is needed because the device is new. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": {
                     *         "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                     *         "expires_at": "2026-03-01T10:00:00Z",
                     *         "resend_after_s": 30,
                     *         "sent_to": "+91 ••••• ••210"
                     *       },
                     *       "session": {
                     *         "access_token": "eyJhbGciOi.eyJpc3Mi.c2ln",
                     *         "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                     *         "expires_in_s": 600,
                     *         "person": {
                     *           "created_at": "2026-03-01T10:00:00Z",
                     *           "email": "asha@example.org",
                     *           "handle": "asha@batua",
                     *           "has_pin": true,
                     *           "id": "0197d5c0-0000-7000-8000-000000000001",
                     *           "language": "hi",
                     *           "name": "Asha Devi",
                     *           "phone": "+919876543210",
                     *           "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *           "roles": [
                     *             "person"
                     *           ],
                     *           "time_zone": "Asia/Kolkata"
                     *         },
                     *         "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE",
                     *         "token_type": "Bearer"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignInOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_credentials`: The phone or e-mail and the password do not belong together. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthLoginConfirmConfirmSignIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web` keeps the tokens in cookies that scripts cannot read. */
                "Batua-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                 *       "code": "204417",
                 *       "device_name": "Asha's phone"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmSignInIn"];
            };
        };
        responses: {
            /** @description Somebody is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOi.eyJpc3Mi.c2ln",
                     *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                     *       "expires_in_s": 600,
                     *       "person": {
                     *         "created_at": "2026-03-01T10:00:00Z",
                     *         "email": "asha@example.org",
                     *         "handle": "asha@batua",
                     *         "has_pin": true,
                     *         "id": "0197d5c0-0000-7000-8000-000000000001",
                     *         "language": "hi",
                     *         "name": "Asha Devi",
                     *         "phone": "+919876543210",
                     *         "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *         "roles": [
                     *           "person"
                     *         ],
                     *         "time_zone": "Asia/Kolkata"
                     *       },
                     *       "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE",
                     *       "token_type": "Bearer"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `identity.wrong_code`: The code is not the one that was sent. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_expired`: The code is older than ten minutes, used, or replaced by a newer one. `identity.code_spent`: The code was wrong five times and is no longer valid. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthLogoutSignOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web` keeps the tokens in cookies that scripts cannot read. */
                "Batua-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                 *       "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshIn"] | null;
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRecoverRecover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "identifier": "+919876543210",
                 *       "language": "en"
                 *     }
                 */
                "application/json": components["schemas"]["RecoverIn"];
            };
        };
        responses: {
            /** @description A code is on its way, if there is somebody to send it to. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "resend_after_s": 30,
                     *       "sent_to": "+91 ••••• ••210"
                     *     }
                     */
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRecoverCompleteCompleteRecovery: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web` keeps the tokens in cookies that scripts cannot read. */
                "Batua-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device_name": "Asha's phone",
                 *       "password": "mango tree by the well",
                 *       "ticket": "mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE"
                 *     }
                 */
                "application/json": components["schemas"]["RecoverCompleteIn"];
            };
        };
        responses: {
            /** @description Somebody is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOi.eyJpc3Mi.c2ln",
                     *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                     *       "expires_in_s": 600,
                     *       "person": {
                     *         "created_at": "2026-03-01T10:00:00Z",
                     *         "email": "asha@example.org",
                     *         "handle": "asha@batua",
                     *         "has_pin": true,
                     *         "id": "0197d5c0-0000-7000-8000-000000000001",
                     *         "language": "hi",
                     *         "name": "Asha Devi",
                     *         "phone": "+919876543210",
                     *         "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *         "roles": [
                     *           "person"
                     *         ],
                     *         "time_zone": "Asia/Kolkata"
                     *       },
                     *       "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE",
                     *       "token_type": "Bearer"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `identity.weak_password`: The password is too easy to guess. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.ticket_spent`: The ticket is unknown, used or expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRecoverConfirmConfirmRecovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                 *       "code": "204417"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmIn"];
            };
        };
        responses: {
            /** @description The code was right; go on with this. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "ticket": "mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `identity.wrong_code`: The code is not the one that was sent. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_expired`: The code is older than ten minutes, used, or replaced by a newer one. `identity.code_spent`: The code was wrong five times and is no longer valid. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRefreshRefresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web` keeps the tokens in cookies that scripts cannot read. */
                "Batua-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                 *       "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshIn"] | null;
            };
        };
        responses: {
            /** @description Somebody is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOi.eyJpc3Mi.c2ln",
                     *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                     *       "expires_in_s": 600,
                     *       "person": {
                     *         "created_at": "2026-03-01T10:00:00Z",
                     *         "email": "asha@example.org",
                     *         "handle": "asha@batua",
                     *         "has_pin": true,
                     *         "id": "0197d5c0-0000-7000-8000-000000000001",
                     *         "language": "hi",
                     *         "name": "Asha Devi",
                     *         "phone": "+919876543210",
                     *         "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *         "roles": [
                     *           "person"
                     *         ],
                     *         "time_zone": "Asia/Kolkata"
                     *       },
                     *       "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE",
                     *       "token_type": "Bearer"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.refresh_reused`: A refresh token came a second time, so the session was ended for safety. `identity.session_ended`: The session is over. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.client_header_missing`: A refresh by cookie needs the header Batua-Client, so that other sites cannot ask for it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRegisterRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "asha@example.org",
                 *       "language": "hi",
                 *       "name": "Asha Devi",
                 *       "phone": "+919876543210",
                 *       "time_zone": "Asia/Kolkata"
                 *     }
                 */
                "application/json": components["schemas"]["RegisterIn"];
            };
        };
        responses: {
            /** @description A code is on its way, if there is somebody to send it to. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "resend_after_s": 30,
                     *       "sent_to": "+91 ••••• ••210"
                     *     }
                     */
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description `identity.bad_email`: The e-mail address is not written as one. `identity.bad_name`: A name has 1 to 100 characters and at least one letter. `identity.bad_phone`: The phone number is not one that exists anywhere. `identity.unknown_language`: Batua does not speak that language yet. `identity.unknown_time_zone`: There is no such time zone. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRegisterCompleteCompleteRegistration: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web` keeps the tokens in cookies that scripts cannot read. */
                "Batua-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "device_name": "Asha's phone",
                 *       "password": "mango tree by the well",
                 *       "pin": "482915",
                 *       "ticket": "mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE"
                 *     }
                 */
                "application/json": components["schemas"]["CompleteIn"];
            };
        };
        responses: {
            /** @description Somebody is signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOi.eyJpc3Mi.c2ln",
                     *       "device_token": "Zr2mPa8sLfEh9uXoIi4tN6gJx0bT5nGkq3cQYw1vVd7",
                     *       "expires_in_s": 600,
                     *       "person": {
                     *         "created_at": "2026-03-01T10:00:00Z",
                     *         "email": "asha@example.org",
                     *         "handle": "asha@batua",
                     *         "has_pin": true,
                     *         "id": "0197d5c0-0000-7000-8000-000000000001",
                     *         "language": "hi",
                     *         "name": "Asha Devi",
                     *         "phone": "+919876543210",
                     *         "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *         "roles": [
                     *           "person"
                     *         ],
                     *         "time_zone": "Asia/Kolkata"
                     *       },
                     *       "refresh_token": "p3Xk8vQz1mNc6tRb9wYd2sLf5hJa7gUe4oIi0xTqVrE",
                     *       "token_type": "Bearer"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `identity.weak_password`: The password is too easy to guess. `identity.weak_pin`: The PIN is too easy to guess. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.phone_taken`: This phone, which you have just proved to be yours, already has an account. `identity.ticket_spent`: The ticket is unknown, used or expired. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthRegisterConfirmConfirmRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                 *       "code": "204417"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmIn"];
            };
        };
        responses: {
            /** @description The code was right; go on with this. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "ticket": "mQ7uWd2nRz9kXv4tYb6cLs1pJf8hGa3eOi5xTq0yVrE"
                     *     }
                     */
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `identity.wrong_code`: The code is not the one that was sent. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_expired`: The code is older than ten minutes, used, or replaced by a newer one. `identity.code_spent`: The code was wrong five times and is no longer valid. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1AuthStepUpStepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pin": "482915"
                 *     }
                 */
                "application/json": components["schemas"]["StepUpIn"];
            };
        };
        responses: {
            /** @description Proof of the PIN, for the header Step-Up-Token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "token": "eyJhbGciOi.eyJpc3Mi.c2ln"
                     *     }
                     */
                    "application/json": components["schemas"]["StepUp"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_pin`: The PIN is another one. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.pin_missing`: There is no PIN yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.pin_locked`: The PIN was wrong three times in a row and is locked for a while. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1ChannelsTwilioKeysTicketTakeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ticket of the call. */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a call says to a key: 2 confirms, 0 goes on with a person, any other one says it again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/xml": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_signature`: The callback is not signed by the provider, or none of this name is connected. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_ticket`: The address is wrong, or not valid any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1ChannelsTwilioSpeechTicketSpeak: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ticket of the call. */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a call says when somebody has picked up, in her language. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/xml": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_signature`: The callback is not signed by the provider, or none of this name is connected. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_ticket`: The address is wrong, or not valid any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1ChannelsTwilioStatusReferenceTakeStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The reference it was given under. */
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_signature`: The callback is not signed by the provider, or none of this name is connected. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_ticket`: The address is wrong, or not valid any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1ChannelsUnsubscribeTicketShowWay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ticket, as we gave it away. */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say where one chooses how one is reached, to whoever opens the address in a browser. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "text/plain": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1ChannelsUnsubscribeTicketUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The ticket, as we gave it away. */
                ticket: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.bad_ticket`: The address is wrong, or not valid any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1DeliveriesIdRetryRetryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Names the one that is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Something that left the house, or shall leave it. What it said is not kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channel": "email",
                     *       "due_at": "2026-11-21T09:30:00Z",
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "failure": "unreachable",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kind": "group_loan_late",
                     *       "person": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "provider_ref": "sms_0198",
                     *       "queued_at": "2026-11-21T09:30:00Z",
                     *       "reply": "confirmed",
                     *       "state": "queued",
                     *       "status": "delivered",
                     *       "to": "+91 ••••• ••210",
                     *       "tries": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.no_such_delivery`: There is no such delivery in the log. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.not_failed`: Only a delivery that failed can be tried again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1DeliveriesSearchSearchDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email",
                 *       "cursor": "text",
                 *       "limit": 30,
                 *       "state": "queued",
                 *       "to": "+919876543210"
                 *     }
                 */
                "application/json": components["schemas"]["DeliveriesIn"];
            };
        };
        responses: {
            /** @description A page of the delivery log, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "channel": "email",
                     *           "due_at": "2026-11-21T09:30:00Z",
                     *           "ended_at": "2026-11-21T09:30:00Z",
                     *           "failure": "unreachable",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "kind": "group_loan_late",
                     *           "person": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "provider_ref": "sms_0198",
                     *           "queued_at": "2026-11-21T09:30:00Z",
                     *           "reply": "confirmed",
                     *           "state": "queued",
                     *           "status": "delivered",
                     *           "to": "+91 ••••• ••210",
                     *           "tries": 1
                     *         }
                     *       ],
                     *       "next": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveriesOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1EventsEvents: {
        parameters: {
            query?: {
                /** @description The same for clients that cannot send the header. */
                since?: string;
            };
            header?: {
                /** @description The last id heard, to resume after it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: `change` when something changed, `reset` when too much was missed and everything must be read anew. Each carries an id to resume from. A comment every 15 seconds keeps the line open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-21T09:30:00Z",
                     *       "kind": "payments.sent",
                     *       "subject": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                     *     }
                     */
                    "text/event-stream": components["schemas"]["ChangeOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `notifications.too_many_streams`: This account already listens in as many places as it may. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupPicturesIdOpenPicture: {
        parameters: {
            query: {
                /** @description What the link holds. */
                link: string;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture itself, by a link that ends after minutes, while its reader is a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/json": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupReceiptsOpenReceipt: {
        parameters: {
            query: {
                /** @description What the link holds. */
                link: string;
            };
            header?: never;
            path: {
                /** @description The receipt. */
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file itself, by a link that ends after five minutes, while its reader is a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/json": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.receipt_not_found`: There is no such receipt, or the link to it has ended. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupContributeContributeTo: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "group": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                 *       "note": "For March",
                 *       "plan": "savings"
                 *     }
                 */
                "application/json": components["schemas"]["ContributeToIn"];
            };
        };
        responses: {
            /** @description What went into a pot or, below zero, out of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "kind": "contribution",
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "note": "For March",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "receipts": 1,
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TransactionOut"];
                };
            };
            /** @description `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupCreateCreateGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "constitution": {
                 *         "admission": "invited",
                 *         "dues": [
                 *           {
                 *             "amount_minor": 20000,
                 *             "day": 1,
                 *             "every": 1,
                 *             "fine": {
                 *               "cap_minor": 1,
                 *               "every": "once",
                 *               "flat_minor": 1,
                 *               "grace_days": 1,
                 *               "kind": "none",
                 *               "percent_bps": 1
                 *             },
                 *             "key": "savings",
                 *             "name": "Savings",
                 *             "rhythm": "weekly",
                 *             "rule": "",
                 *             "starts_on": "2026-11-21",
                 *             "weekday": 1
                 *           }
                 *         ],
                 *         "escalation": {
                 *           "quiet_from": 1,
                 *           "quiet_until": 1,
                 *           "steps": [
                 *             {
                 *               "channel": "app",
                 *               "day": 1
                 *             }
                 *           ]
                 *         },
                 *         "loans": [
                 *           {
                 *             "fee_bps": 1,
                 *             "fee_minor": 1,
                 *             "fine": {
                 *               "cap_minor": 1,
                 *               "every": "once",
                 *               "flat_minor": 1,
                 *               "grace_days": 1,
                 *               "kind": "none",
                 *               "percent_bps": 1
                 *             },
                 *             "grace": "none",
                 *             "grace_count": 1,
                 *             "guarantors": 1,
                 *             "interest": "flat",
                 *             "key": "loan",
                 *             "max_count": 1,
                 *             "max_minor": 1,
                 *             "min_count": 1,
                 *             "name": "Loan",
                 *             "period": "week",
                 *             "rate_bps": 1,
                 *             "savings_multiple_pct": 1
                 *           }
                 *         ],
                 *         "max_members": 1,
                 *         "reserve_minor": 1,
                 *         "schema": 1,
                 *         "vote": {
                 *           "delegation_days": 1,
                 *           "delegations": 1,
                 *           "lapse_days": 7,
                 *           "open_hours": 72,
                 *           "percent": 51,
                 *           "second_factor_minor": 50000,
                 *           "weighty_percent": 67
                 *         }
                 *       },
                 *       "currency": "INR",
                 *       "is_women_only": false,
                 *       "kind": "simple_pot",
                 *       "name": "Friends of the well",
                 *       "purpose": "A new pump"
                 *     }
                 */
                "application/json": components["schemas"]["GroupIn"];
            };
        };
        responses: {
            /** @description A group with all that its home shows. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "constitution": {
                     *         "admission": "invited",
                     *         "dues": [
                     *           {
                     *             "amount_minor": 20000,
                     *             "day": 1,
                     *             "every": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "key": "savings",
                     *             "name": "Savings",
                     *             "rhythm": "weekly",
                     *             "rule": "",
                     *             "starts_on": "2026-11-21",
                     *             "weekday": 1
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "quiet_from": 1,
                     *           "quiet_until": 1,
                     *           "steps": [
                     *             {
                     *               "channel": "app",
                     *               "day": 1
                     *             }
                     *           ]
                     *         },
                     *         "loans": [
                     *           {
                     *             "fee_bps": 1,
                     *             "fee_minor": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "grace": "none",
                     *             "grace_count": 1,
                     *             "guarantors": 1,
                     *             "interest": "flat",
                     *             "key": "loan",
                     *             "max_count": 1,
                     *             "max_minor": 1,
                     *             "min_count": 1,
                     *             "name": "Loan",
                     *             "period": "week",
                     *             "rate_bps": 1,
                     *             "savings_multiple_pct": 1
                     *           }
                     *         ],
                     *         "max_members": 1,
                     *         "reserve_minor": 1,
                     *         "schema": 1,
                     *         "vote": {
                     *           "delegation_days": 1,
                     *           "delegations": 1,
                     *           "lapse_days": 7,
                     *           "open_hours": 72,
                     *           "percent": 51,
                     *           "second_factor_minor": 50000,
                     *           "weighty_percent": 67
                     *         }
                     *       },
                     *       "constitution_version": 1,
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "currency": "INR",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "is_over": false,
                     *       "is_women_only": false,
                     *       "kind": "simple_pot",
                     *       "me": {
                     *         "has_voice": true,
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "joined_at": "2026-11-21T09:30:00Z",
                     *         "rights": [
                     *           "read"
                     *         ],
                     *         "role": "member",
                     *         "status": "asked"
                     *       },
                     *       "members": 12,
                     *       "my_share": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "name": "Friends of the well",
                     *       "needs": {
                     *         "dues": {
                     *           "count": 1,
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         },
                     *         "guarantees": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ],
                     *         "instalment": {
                     *           "due": {
                     *             "amount": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "due_on": "2026-12-21",
                     *             "is_late": false
                     *           },
                     *           "loan": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         },
                     *         "joins": 1,
                     *         "joins_by_vote": false,
                     *         "votes": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ]
                     *       },
                     *       "open_proposals": 2,
                     *       "picture_url": "/api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...",
                     *       "pot": {
                     *         "available": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "balance": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "purpose": "A new pump"
                     *     }
                     */
                    "application/json": components["schemas"]["GroupHome"];
                };
            };
            /** @description `groups.constitution_invalid`: A setting of the constitution is not as it may be. `groups.words_too_long`: A text is empty, or longer than it may be. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.women_only`: This group is for women, and asks for a verified member. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.key_reused`: This Idempotency-Key belongs to another order of yours. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsListGroups: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some groups of the caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-11-21T09:30:00Z",
                     *           "currency": "INR",
                     *           "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "is_over": false,
                     *           "is_women_only": false,
                     *           "kind": "simple_pot",
                     *           "me": {
                     *             "has_voice": true,
                     *             "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *             "joined_at": "2026-11-21T09:30:00Z",
                     *             "rights": [
                     *               "read"
                     *             ],
                     *             "role": "member",
                     *             "status": "asked"
                     *           },
                     *           "members": 12,
                     *           "my_share": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "name": "Friends of the well",
                     *           "picture_url": "/api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...",
                     *           "pot": {
                     *             "available": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "balance": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             }
                     *           },
                     *           "purpose": "A new pump"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsCreateGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "constitution": {
                 *         "admission": "invited",
                 *         "dues": [
                 *           {
                 *             "amount_minor": 20000,
                 *             "day": 1,
                 *             "every": 1,
                 *             "fine": {
                 *               "cap_minor": 1,
                 *               "every": "once",
                 *               "flat_minor": 1,
                 *               "grace_days": 1,
                 *               "kind": "none",
                 *               "percent_bps": 1
                 *             },
                 *             "key": "savings",
                 *             "name": "Savings",
                 *             "rhythm": "weekly",
                 *             "rule": "",
                 *             "starts_on": "2026-11-21",
                 *             "weekday": 1
                 *           }
                 *         ],
                 *         "escalation": {
                 *           "quiet_from": 1,
                 *           "quiet_until": 1,
                 *           "steps": [
                 *             {
                 *               "channel": "app",
                 *               "day": 1
                 *             }
                 *           ]
                 *         },
                 *         "loans": [
                 *           {
                 *             "fee_bps": 1,
                 *             "fee_minor": 1,
                 *             "fine": {
                 *               "cap_minor": 1,
                 *               "every": "once",
                 *               "flat_minor": 1,
                 *               "grace_days": 1,
                 *               "kind": "none",
                 *               "percent_bps": 1
                 *             },
                 *             "grace": "none",
                 *             "grace_count": 1,
                 *             "guarantors": 1,
                 *             "interest": "flat",
                 *             "key": "loan",
                 *             "max_count": 1,
                 *             "max_minor": 1,
                 *             "min_count": 1,
                 *             "name": "Loan",
                 *             "period": "week",
                 *             "rate_bps": 1,
                 *             "savings_multiple_pct": 1
                 *           }
                 *         ],
                 *         "max_members": 1,
                 *         "reserve_minor": 1,
                 *         "schema": 1,
                 *         "vote": {
                 *           "delegation_days": 1,
                 *           "delegations": 1,
                 *           "lapse_days": 7,
                 *           "open_hours": 72,
                 *           "percent": 51,
                 *           "second_factor_minor": 50000,
                 *           "weighty_percent": 67
                 *         }
                 *       },
                 *       "currency": "INR",
                 *       "is_women_only": false,
                 *       "kind": "simple_pot",
                 *       "name": "Friends of the well",
                 *       "purpose": "A new pump"
                 *     }
                 */
                "application/json": components["schemas"]["GroupIn"];
            };
        };
        responses: {
            /** @description A group with all that its home shows. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "constitution": {
                     *         "admission": "invited",
                     *         "dues": [
                     *           {
                     *             "amount_minor": 20000,
                     *             "day": 1,
                     *             "every": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "key": "savings",
                     *             "name": "Savings",
                     *             "rhythm": "weekly",
                     *             "rule": "",
                     *             "starts_on": "2026-11-21",
                     *             "weekday": 1
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "quiet_from": 1,
                     *           "quiet_until": 1,
                     *           "steps": [
                     *             {
                     *               "channel": "app",
                     *               "day": 1
                     *             }
                     *           ]
                     *         },
                     *         "loans": [
                     *           {
                     *             "fee_bps": 1,
                     *             "fee_minor": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "grace": "none",
                     *             "grace_count": 1,
                     *             "guarantors": 1,
                     *             "interest": "flat",
                     *             "key": "loan",
                     *             "max_count": 1,
                     *             "max_minor": 1,
                     *             "min_count": 1,
                     *             "name": "Loan",
                     *             "period": "week",
                     *             "rate_bps": 1,
                     *             "savings_multiple_pct": 1
                     *           }
                     *         ],
                     *         "max_members": 1,
                     *         "reserve_minor": 1,
                     *         "schema": 1,
                     *         "vote": {
                     *           "delegation_days": 1,
                     *           "delegations": 1,
                     *           "lapse_days": 7,
                     *           "open_hours": 72,
                     *           "percent": 51,
                     *           "second_factor_minor": 50000,
                     *           "weighty_percent": 67
                     *         }
                     *       },
                     *       "constitution_version": 1,
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "currency": "INR",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "is_over": false,
                     *       "is_women_only": false,
                     *       "kind": "simple_pot",
                     *       "me": {
                     *         "has_voice": true,
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "joined_at": "2026-11-21T09:30:00Z",
                     *         "rights": [
                     *           "read"
                     *         ],
                     *         "role": "member",
                     *         "status": "asked"
                     *       },
                     *       "members": 12,
                     *       "my_share": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "name": "Friends of the well",
                     *       "needs": {
                     *         "dues": {
                     *           "count": 1,
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         },
                     *         "guarantees": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ],
                     *         "instalment": {
                     *           "due": {
                     *             "amount": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "due_on": "2026-12-21",
                     *             "is_late": false
                     *           },
                     *           "loan": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         },
                     *         "joins": 1,
                     *         "joins_by_vote": false,
                     *         "votes": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ]
                     *       },
                     *       "open_proposals": 2,
                     *       "picture_url": "/api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...",
                     *       "pot": {
                     *         "available": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "balance": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "purpose": "A new pump"
                     *     }
                     */
                    "application/json": components["schemas"]["GroupHome"];
                };
            };
            /** @description `groups.constitution_invalid`: A setting of the constitution is not as it may be. `groups.words_too_long`: A text is empty, or longer than it may be. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.women_only`: This group is for women, and asks for a verified member. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.key_reused`: This Idempotency-Key belongs to another order of yours. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdReadGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A group with all that its home shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "constitution": {
                     *         "admission": "invited",
                     *         "dues": [
                     *           {
                     *             "amount_minor": 20000,
                     *             "day": 1,
                     *             "every": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "key": "savings",
                     *             "name": "Savings",
                     *             "rhythm": "weekly",
                     *             "rule": "",
                     *             "starts_on": "2026-11-21",
                     *             "weekday": 1
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "quiet_from": 1,
                     *           "quiet_until": 1,
                     *           "steps": [
                     *             {
                     *               "channel": "app",
                     *               "day": 1
                     *             }
                     *           ]
                     *         },
                     *         "loans": [
                     *           {
                     *             "fee_bps": 1,
                     *             "fee_minor": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "grace": "none",
                     *             "grace_count": 1,
                     *             "guarantors": 1,
                     *             "interest": "flat",
                     *             "key": "loan",
                     *             "max_count": 1,
                     *             "max_minor": 1,
                     *             "min_count": 1,
                     *             "name": "Loan",
                     *             "period": "week",
                     *             "rate_bps": 1,
                     *             "savings_multiple_pct": 1
                     *           }
                     *         ],
                     *         "max_members": 1,
                     *         "reserve_minor": 1,
                     *         "schema": 1,
                     *         "vote": {
                     *           "delegation_days": 1,
                     *           "delegations": 1,
                     *           "lapse_days": 7,
                     *           "open_hours": 72,
                     *           "percent": 51,
                     *           "second_factor_minor": 50000,
                     *           "weighty_percent": 67
                     *         }
                     *       },
                     *       "constitution_version": 1,
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "currency": "INR",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "is_over": false,
                     *       "is_women_only": false,
                     *       "kind": "simple_pot",
                     *       "me": {
                     *         "has_voice": true,
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "joined_at": "2026-11-21T09:30:00Z",
                     *         "rights": [
                     *           "read"
                     *         ],
                     *         "role": "member",
                     *         "status": "asked"
                     *       },
                     *       "members": 12,
                     *       "my_share": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "name": "Friends of the well",
                     *       "needs": {
                     *         "dues": {
                     *           "count": 1,
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         },
                     *         "guarantees": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ],
                     *         "instalment": {
                     *           "due": {
                     *             "amount": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "due_on": "2026-12-21",
                     *             "is_late": false
                     *           },
                     *           "loan": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         },
                     *         "joins": 1,
                     *         "joins_by_vote": false,
                     *         "votes": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ]
                     *       },
                     *       "open_proposals": 2,
                     *       "picture_url": "/api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...",
                     *       "pot": {
                     *         "available": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "balance": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "purpose": "A new pump"
                     *     }
                     */
                    "application/json": components["schemas"]["GroupHome"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDescribeGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Friends of the well",
                 *       "purpose": "A new pump"
                 *     }
                 */
                "application/json": components["schemas"]["DescribeIn"];
            };
        };
        responses: {
            /** @description A group with all that its home shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "constitution": {
                     *         "admission": "invited",
                     *         "dues": [
                     *           {
                     *             "amount_minor": 20000,
                     *             "day": 1,
                     *             "every": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "key": "savings",
                     *             "name": "Savings",
                     *             "rhythm": "weekly",
                     *             "rule": "",
                     *             "starts_on": "2026-11-21",
                     *             "weekday": 1
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "quiet_from": 1,
                     *           "quiet_until": 1,
                     *           "steps": [
                     *             {
                     *               "channel": "app",
                     *               "day": 1
                     *             }
                     *           ]
                     *         },
                     *         "loans": [
                     *           {
                     *             "fee_bps": 1,
                     *             "fee_minor": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "grace": "none",
                     *             "grace_count": 1,
                     *             "guarantors": 1,
                     *             "interest": "flat",
                     *             "key": "loan",
                     *             "max_count": 1,
                     *             "max_minor": 1,
                     *             "min_count": 1,
                     *             "name": "Loan",
                     *             "period": "week",
                     *             "rate_bps": 1,
                     *             "savings_multiple_pct": 1
                     *           }
                     *         ],
                     *         "max_members": 1,
                     *         "reserve_minor": 1,
                     *         "schema": 1,
                     *         "vote": {
                     *           "delegation_days": 1,
                     *           "delegations": 1,
                     *           "lapse_days": 7,
                     *           "open_hours": 72,
                     *           "percent": 51,
                     *           "second_factor_minor": 50000,
                     *           "weighty_percent": 67
                     *         }
                     *       },
                     *       "constitution_version": 1,
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "currency": "INR",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "is_over": false,
                     *       "is_women_only": false,
                     *       "kind": "simple_pot",
                     *       "me": {
                     *         "has_voice": true,
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "joined_at": "2026-11-21T09:30:00Z",
                     *         "rights": [
                     *           "read"
                     *         ],
                     *         "role": "member",
                     *         "status": "asked"
                     *       },
                     *       "members": 12,
                     *       "my_share": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "name": "Friends of the well",
                     *       "needs": {
                     *         "dues": {
                     *           "count": 1,
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         },
                     *         "guarantees": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ],
                     *         "instalment": {
                     *           "due": {
                     *             "amount": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "due_on": "2026-12-21",
                     *             "is_late": false
                     *           },
                     *           "loan": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         },
                     *         "joins": 1,
                     *         "joins_by_vote": false,
                     *         "votes": [
                     *           "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         ]
                     *       },
                     *       "open_proposals": 2,
                     *       "picture_url": "/api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ...",
                     *       "pot": {
                     *         "available": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "balance": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "purpose": "A new pump"
                     *     }
                     */
                    "application/json": components["schemas"]["GroupHome"];
                };
            };
            /** @description `groups.words_too_long`: A text is empty, or longer than it may be. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdConstitutionReadConstitution: {
        parameters: {
            query?: {
                /** @description Which version; the one in force when absent. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A version of a group's rules, also in words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "constitution": {
                     *         "admission": "invited",
                     *         "dues": [
                     *           {
                     *             "amount_minor": 20000,
                     *             "day": 1,
                     *             "every": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "key": "savings",
                     *             "name": "Savings",
                     *             "rhythm": "weekly",
                     *             "rule": "",
                     *             "starts_on": "2026-11-21",
                     *             "weekday": 1
                     *           }
                     *         ],
                     *         "escalation": {
                     *           "quiet_from": 1,
                     *           "quiet_until": 1,
                     *           "steps": [
                     *             {
                     *               "channel": "app",
                     *               "day": 1
                     *             }
                     *           ]
                     *         },
                     *         "loans": [
                     *           {
                     *             "fee_bps": 1,
                     *             "fee_minor": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "grace": "none",
                     *             "grace_count": 1,
                     *             "guarantors": 1,
                     *             "interest": "flat",
                     *             "key": "loan",
                     *             "max_count": 1,
                     *             "max_minor": 1,
                     *             "min_count": 1,
                     *             "name": "Loan",
                     *             "period": "week",
                     *             "rate_bps": 1,
                     *             "savings_multiple_pct": 1
                     *           }
                     *         ],
                     *         "max_members": 1,
                     *         "reserve_minor": 1,
                     *         "schema": 1,
                     *         "vote": {
                     *           "delegation_days": 1,
                     *           "delegations": 1,
                     *           "lapse_days": 7,
                     *           "open_hours": 72,
                     *           "percent": 51,
                     *           "second_factor_minor": 50000,
                     *           "weighty_percent": 67
                     *         }
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ConstitutionOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.constitution_not_found`: There is no such version of this group's constitution. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdConstitutionChangesCompareVersions: {
        parameters: {
            query: {
                /** @description The version after. */
                becomes: number;
                /** @description The version before. */
                was: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one version changed of another. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.constitution_not_found`: There is no such version of this group's constitution. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdConstitutionVersionsListVersions: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some versions of the rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "made_at": "2026-11-21T09:30:00Z",
                     *           "made_by": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "version": 2
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["VersionPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDelegationDelegate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                 *       "until": "2026-11-21T09:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["DelegateIn"];
            };
        };
        responses: {
            /** @description A vote that one member gave another for a while. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "giver": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "is_mine": true,
                     *       "since": "2026-11-21T09:30:00Z",
                     *       "taker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "until": "2026-11-21T09:30:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DelegationOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.delegation_invalid`: The constitution does not allow this delegation. `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDelegationEndDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDelegationsListDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The votes that the caller gave and holds now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "giver": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "is_mine": true,
                     *           "since": "2026-11-21T09:30:00Z",
                     *           "taker": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "until": "2026-11-21T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Delegations"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesListDuesPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "is_over": false,
                     *           "newest": {
                     *             "due": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "due_on": "2026-12-21",
                     *             "fines": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "fines_got": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "got": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "members": 12,
                     *             "paid": 9,
                     *             "part_paid": 1
                     *           },
                     *           "next_on": "2026-12-21",
                     *           "plan": {
                     *             "amount_minor": 20000,
                     *             "day": 1,
                     *             "every": 1,
                     *             "fine": {
                     *               "cap_minor": 1,
                     *               "every": "once",
                     *               "flat_minor": 1,
                     *               "grace_days": 1,
                     *               "kind": "none",
                     *               "percent_bps": 1
                     *             },
                     *             "key": "savings",
                     *             "name": "Savings",
                     *             "rhythm": "weekly",
                     *             "rule": "",
                     *             "starts_on": "2026-11-21",
                     *             "weekday": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Plans"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesExportCsvExportDues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "text/csv": unknown;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesMineReadMyDues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's own dues. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "coming": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "automatic": {
                     *             "given_at": "2026-11-21T09:30:00Z",
                     *             "most": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             }
                     *           },
                     *           "due_on": "2026-12-21",
                     *           "name": "Savings",
                     *           "plan": "savings"
                     *         }
                     *       ],
                     *       "open": [
                     *         {
                     *           "due": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "due_on": "2026-12-21",
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine_paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine_waived": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "name": "Savings",
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "plan": "savings",
                     *           "state": "due"
                     *         }
                     *       ],
                     *       "owed": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "paid": [
                     *         {
                     *           "due": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "due_on": "2026-12-21",
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine_paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine_waived": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "name": "Savings",
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "plan": "savings",
                     *           "state": "due"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MyDuesOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesPlansReadDuesGrid: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only members who owe something. */
                owing?: boolean;
                /** @description How many days of the plan. */
                periods?: number;
                /** @description No day later than this. */
                until?: string;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description Key of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has paid and who has not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cells": [
                     *             {
                     *               "due": {
                     *                 "currency": "INR",
                     *                 "minor": 12500
                     *               },
                     *               "due_on": "2026-12-21",
                     *               "fine": {
                     *                 "currency": "INR",
                     *                 "minor": 12500
                     *               },
                     *               "fine_paid": {
                     *                 "currency": "INR",
                     *                 "minor": 12500
                     *               },
                     *               "fine_waived": {
                     *                 "currency": "INR",
                     *                 "minor": 12500
                     *               },
                     *               "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *               "left": {
                     *                 "currency": "INR",
                     *                 "minor": 12500
                     *               },
                     *               "name": "Savings",
                     *               "paid": {
                     *                 "currency": "INR",
                     *                 "minor": 12500
                     *               },
                     *               "plan": "savings",
                     *               "state": "due"
                     *             }
                     *           ],
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           }
                     *         }
                     *       ],
                     *       "next": "WyIy",
                     *       "periods": [
                     *         {
                     *           "due": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "due_on": "2026-12-21",
                     *           "fines": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fines_got": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "got": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "members": 12,
                     *           "paid": 9,
                     *           "part_paid": 1
                     *         }
                     *       ],
                     *       "plan": {
                     *         "amount_minor": 20000,
                     *         "day": 1,
                     *         "every": 1,
                     *         "fine": {
                     *           "cap_minor": 1,
                     *           "every": "once",
                     *           "flat_minor": 1,
                     *           "grace_days": 1,
                     *           "kind": "none",
                     *           "percent_bps": 1
                     *         },
                     *         "key": "savings",
                     *         "name": "Savings",
                     *         "rhythm": "weekly",
                     *         "rule": "",
                     *         "starts_on": "2026-11-21",
                     *         "weekday": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["GridOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesPlansAutomaticAllowDues: {
        parameters: {
            query?: never;
            header?: {
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path: {
                /** @description The group. */
                id: string;
                /** @description Key of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "most": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["AutomaticIn"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `payments.amount_not_positive`: The amount must be above zero. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesPlansAutomaticStopDues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description Key of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesPlansRemindRemindDues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description Key of the plan. */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of a reminder. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "members": 3
                     *     }
                     */
                    "application/json": components["schemas"]["RemindedOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.reminded_today`: Everybody who owes these dues was reminded today. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdDuesRowsWaiveWaiveFine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The dues. */
                dues: string;
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "She was ill"
                 *     }
                 */
                "application/json": components["schemas"]["WaiveIn"];
            };
        };
        responses: {
            /** @description What one member owes for one day of one plan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "due": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "due_on": "2026-12-21",
                     *       "fine": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "fine_paid": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "fine_waived": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "left": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "name": "Savings",
                     *       "paid": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "plan": "savings",
                     *       "state": "due"
                     *     }
                     */
                    "application/json": components["schemas"]["DuesOut"];
                };
            };
            /** @description `groups.words_too_long`: A text is empty, or longer than it may be. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_not_found`: There are no such dues in this group. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.no_fine_to_waive`: There is no fine left to let go of, or it is your own. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdFiguresReadFigures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a group does; shares are basis points, a hundredth of a percent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at_risk": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "at_risk_bps": 1250,
                     *       "dues_owed": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "earned": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "lent": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "loans": 4,
                     *       "members_behind": 2,
                     *       "months": [
                     *         {
                     *           "came": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "month": "2026-11-01",
                     *           "went": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "on_time_bps": 9300,
                     *       "outstanding": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "overdue": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "today": "2026-11-21",
                     *       "written_off": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FiguresOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdInvitesListInvites: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some invites of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cancelled_at": "2026-11-21T09:30:00Z",
                     *           "expires_at": "2026-11-21T09:30:00Z",
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "kind": "link",
                     *           "made_at": "2026-11-21T09:30:00Z",
                     *           "made_by": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "max_uses": 20,
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member",
                     *           "used": 3
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["InvitePage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdInvitesInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "days": 7,
                 *       "handle": "asha@batua",
                 *       "max_uses": 20,
                 *       "person": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                 *       "phone": "+919876543210",
                 *       "role": "member"
                 *     }
                 */
                "application/json": components["schemas"]["InviteIn"];
            };
        };
        responses: {
            /** @description An invite just made; its secret is told this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "invite": {
                     *         "cancelled_at": "2026-11-21T09:30:00Z",
                     *         "expires_at": "2026-11-21T09:30:00Z",
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "kind": "link",
                     *         "made_at": "2026-11-21T09:30:00Z",
                     *         "made_by": {
                     *           "handle": "asha@batua",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "name": "Asha Devi",
                     *           "phone": "+91 ••••• ••210",
                     *           "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *         },
                     *         "max_uses": 20,
                     *         "person": {
                     *           "handle": "asha@batua",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "name": "Asha Devi",
                     *           "phone": "+91 ••••• ••210",
                     *           "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *         },
                     *         "role": "member",
                     *         "used": 3
                     *       },
                     *       "link": "https://batua.example/groups/join#q3Zk0cV1u7mXo9b2s5dTfA",
                     *       "qr_svg": "<svg …>",
                     *       "secret": "q3Zk0cV1u7mXo9b2s5dTfA"
                     *     }
                     */
                    "application/json": components["schemas"]["NewInviteOut"];
                };
            };
            /** @description `groups.invite_invalid`: An invite lasts 1 to 30 days, for 1 to 1000 people, who become members or viewers. `kit.bad_field`: A field of the request is not as it should be. `payments.handle_not_readable`: The text is not a handle. `payments.phone_not_readable`: The text is not a telephone number. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `payments.payee_not_found`: Nobody with a wallet was found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.already_member`: This person is in the group, or has asked to be. `groups.group_over`: This group has ended. `payments.payee_is_yourself`: Payer and payee are the same person. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. `payments.too_many_misses`: Too many look-ups found nobody within the last hour. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdInvitesCancelInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The invite. */
                invite: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.invite_not_found`: There is no such invite. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdJoinJoinByInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of joining: she is in, or has asked to be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "group": {
                     *         "currency": "INR",
                     *         "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *         "is_women_only": false,
                     *         "kind": "simple_pot",
                     *         "members": 12,
                     *         "name": "Friends of the well",
                     *         "purpose": "A new pump"
                     *       },
                     *       "me": {
                     *         "has_voice": true,
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "joined_at": "2026-11-21T09:30:00Z",
                     *         "rights": [
                     *           "read"
                     *         ],
                     *         "role": "member",
                     *         "status": "asked"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Joining"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.women_only`: This group is for women, and asks for a verified member. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.invite_not_found`: There is no such invite. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.already_member`: This person is in the group, or has asked to be. `groups.group_full`: The group has as many members as its constitution allows. `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdJoinTakeBackJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLeaveLeaveGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.debts_left`: Whoever owes the group something, or answers for a loan, cannot leave it. `groups.last_of_the_pot`: There is money in the pot, and nobody else could decide about it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansListLoans: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only the caller's own. */
                mine?: boolean;
                /** @description Only these states; may be repeated. */
                status?: components["schemas"]["LoanStatus"][];
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some loans of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "asked_at": "2026-11-21T09:30:00Z",
                     *           "count": 12,
                     *           "disbursed_at": "2026-11-21T09:30:00Z",
                     *           "due": {
                     *             "amount": {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             },
                     *             "due_on": "2026-12-21",
                     *             "is_late": false
                     *           },
                     *           "ended_at": "2026-11-21T09:30:00Z",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "interest": "flat",
                     *           "is_mine": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "outstanding": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "period": "week",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "product": "loan",
                     *           "product_name": "Loan",
                     *           "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "purpose": "A sewing machine",
                     *           "rate_bps": 200,
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansAskLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "count": 12,
                 *       "guarantors": [
                 *         "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
                 *       ],
                 *       "product": "loan",
                 *       "purpose": "A sewing machine"
                 *     }
                 */
                "application/json": components["schemas"]["LoanIn"];
            };
        };
        responses: {
            /** @description A loan with all that its page shows. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "borrower_saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "cost": {
                     *         "apr_bps": 2400,
                     *         "effective_bps": 2682,
                     *         "fee": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "interest": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "total": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "count": 12,
                     *       "disbursed_at": "2026-11-21T09:30:00Z",
                     *       "due": {
                     *         "amount": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "due_on": "2026-12-21",
                     *         "is_late": false
                     *       },
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "guarantees": [
                     *         {
                     *           "answered_at": "2026-11-21T09:30:00Z",
                     *           "is_mine": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "guarantors_needed": 2,
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "interest": "flat",
                     *       "is_mine": false,
                     *       "may_repay": true,
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "outstanding": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "overdue": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "payoff": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "period": "week",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "principal": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "product": "loan",
                     *       "product_name": "Loan",
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "purpose": "A sewing machine",
                     *       "rate_bps": 200,
                     *       "rows": [
                     *         {
                     *           "due_on": "2026-12-21",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "is_late": false,
                     *           "is_paid": false,
                     *           "n": 1,
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanHome"];
                };
            };
            /** @description `groups.guarantors_missing`: A loan of this kind needs more members who answer for it, each of them once and not you. `groups.loan_terms_invalid`: These terms do not make a loan. `groups.words_too_long`: A text is empty, or longer than it may be. `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_product_not_found`: This group lends no such loan. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `groups.loan_open`: You have a loan of this group, or have asked for one. `groups.loan_too_large`: The constitution does not lend so much against your savings. `groups.nobody_to_vote`: Nobody could vote on this besides the one who asks or the one whom it is about. `groups.not_enough_in_pot`: There is not so much in the pot that is not set aside already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.too_many_open`: There are enough open proposals in this group. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansReadLoan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A loan with all that its page shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "borrower_saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "cost": {
                     *         "apr_bps": 2400,
                     *         "effective_bps": 2682,
                     *         "fee": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "interest": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "total": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "count": 12,
                     *       "disbursed_at": "2026-11-21T09:30:00Z",
                     *       "due": {
                     *         "amount": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "due_on": "2026-12-21",
                     *         "is_late": false
                     *       },
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "guarantees": [
                     *         {
                     *           "answered_at": "2026-11-21T09:30:00Z",
                     *           "is_mine": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "guarantors_needed": 2,
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "interest": "flat",
                     *       "is_mine": false,
                     *       "may_repay": true,
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "outstanding": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "overdue": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "payoff": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "period": "week",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "principal": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "product": "loan",
                     *       "product_name": "Loan",
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "purpose": "A sewing machine",
                     *       "rate_bps": 200,
                     *       "rows": [
                     *         {
                     *           "due_on": "2026-12-21",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "is_late": false,
                     *           "is_paid": false,
                     *           "n": 1,
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanHome"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansAnswerAnswerGuarantee: {
        parameters: {
            query?: never;
            header?: {
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "is_yes": true
                 *     }
                 */
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description A loan with all that its page shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "borrower_saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "cost": {
                     *         "apr_bps": 2400,
                     *         "effective_bps": 2682,
                     *         "fee": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "interest": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "total": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "count": 12,
                     *       "disbursed_at": "2026-11-21T09:30:00Z",
                     *       "due": {
                     *         "amount": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "due_on": "2026-12-21",
                     *         "is_late": false
                     *       },
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "guarantees": [
                     *         {
                     *           "answered_at": "2026-11-21T09:30:00Z",
                     *           "is_mine": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "guarantors_needed": 2,
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "interest": "flat",
                     *       "is_mine": false,
                     *       "may_repay": true,
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "outstanding": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "overdue": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "payoff": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "period": "week",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "principal": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "product": "loan",
                     *       "product_name": "Loan",
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "purpose": "A sewing machine",
                     *       "rate_bps": 200,
                     *       "rows": [
                     *         {
                     *           "due_on": "2026-12-21",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "is_late": false,
                     *           "is_paid": false,
                     *           "n": 1,
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanHome"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.loan_not_open`: The loan is not in a state in which this can be done. `groups.nobody_to_vote`: Nobody could vote on this besides the one who asks or the one whom it is about. `groups.not_asked`: You were not asked to answer for this loan, or have answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.too_many_open`: There are enough open proposals in this group. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansCancelCancelLoan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A loan with all that its page shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "borrower_saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "cost": {
                     *         "apr_bps": 2400,
                     *         "effective_bps": 2682,
                     *         "fee": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "interest": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "total": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "count": 12,
                     *       "disbursed_at": "2026-11-21T09:30:00Z",
                     *       "due": {
                     *         "amount": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "due_on": "2026-12-21",
                     *         "is_late": false
                     *       },
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "guarantees": [
                     *         {
                     *           "answered_at": "2026-11-21T09:30:00Z",
                     *           "is_mine": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "guarantors_needed": 2,
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "interest": "flat",
                     *       "is_mine": false,
                     *       "may_repay": true,
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "outstanding": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "overdue": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "payoff": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "period": "week",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "principal": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "product": "loan",
                     *       "product_name": "Loan",
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "purpose": "A sewing machine",
                     *       "rate_bps": 200,
                     *       "rows": [
                     *         {
                     *           "due_on": "2026-12-21",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "is_late": false,
                     *           "is_paid": false,
                     *           "n": 1,
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanHome"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `groups.only_the_asker`: Only the person who asked can do this to a proposal. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.loan_not_open`: The loan is not in a state in which this can be done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansCheckoutsRepayByCheckout: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RepayIn"];
            };
        };
        responses: {
            /** @description What went into a pot or, below zero, out of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "checkout": {
                     *         "expires_at": "2026-11-21T09:30:00Z",
                     *         "kept": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "top_up_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *         "url": "https://pay.example/checkout/co_0198c5f0"
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "kind": "contribution",
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "note": "For March",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "receipts": 1,
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TransactionOut"];
                };
            };
            /** @description `groups.words_too_long`: A text is empty, or longer than it may be. `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `groups.only_the_asker`: Only the person who asked can do this to a proposal. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `groups.loan_not_open`: The loan is not in a state in which this can be done. `groups.more_than_owed`: The amount is above what is owed. `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.no_rail`: This installation is connected to no payment provider. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansGuarantorsAskGuarantor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
                 *     }
                 */
                "application/json": components["schemas"]["GuarantorIn"];
            };
        };
        responses: {
            /** @description A loan with all that its page shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "borrower_saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "cost": {
                     *         "apr_bps": 2400,
                     *         "effective_bps": 2682,
                     *         "fee": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "interest": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "total": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "count": 12,
                     *       "disbursed_at": "2026-11-21T09:30:00Z",
                     *       "due": {
                     *         "amount": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "due_on": "2026-12-21",
                     *         "is_late": false
                     *       },
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "guarantees": [
                     *         {
                     *           "answered_at": "2026-11-21T09:30:00Z",
                     *           "is_mine": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "guarantors_needed": 2,
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "interest": "flat",
                     *       "is_mine": false,
                     *       "may_repay": true,
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "outstanding": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "overdue": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "payoff": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "period": "week",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "principal": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "product": "loan",
                     *       "product_name": "Loan",
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "purpose": "A sewing machine",
                     *       "rate_bps": 200,
                     *       "rows": [
                     *         {
                     *           "due_on": "2026-12-21",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "is_late": false,
                     *           "is_paid": false,
                     *           "n": 1,
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["LoanHome"];
                };
            };
            /** @description `groups.guarantors_missing`: A loan of this kind needs more members who answer for it, each of them once and not you. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `groups.only_the_asker`: Only the person who asked can do this to a proposal. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.loan_not_open`: The loan is not in a state in which this can be done. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansProposalsChangeLoan: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "count": 6,
                 *       "kind": "withdraw",
                 *       "reason": "The harvest failed"
                 *     }
                 */
                "application/json": components["schemas"]["LoanChangeIn"];
            };
        };
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `groups.loan_terms_invalid`: These terms do not make a loan. `groups.proposal_invalid`: A proposal of this kind needs other fields. `groups.words_too_long`: A text is empty, or longer than it may be. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `groups.loan_not_open`: The loan is not in a state in which this can be done. `groups.nobody_to_vote`: Nobody could vote on this besides the one who asks or the one whom it is about. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.too_many_open`: There are enough open proposals in this group. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansRepaymentsListRepayments: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some of what was paid of a loan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "paid_at": "2026-11-21T09:30:00Z",
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "transaction_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansRepaymentsRepay: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RepayIn"];
            };
        };
        responses: {
            /** @description What some money paid of a loan. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "fine": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "interest": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "paid_at": "2026-11-21T09:30:00Z",
                     *       "principal": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "transaction_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
                     *     }
                     */
                    "application/json": components["schemas"]["RepaymentOut"];
                };
            };
            /** @description `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `groups.only_the_asker`: Only the person who asked can do this to a proposal. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `groups.loan_not_open`: The loan is not in a state in which this can be done. `groups.more_than_owed`: The amount is above what is owed. `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansStepsListSteps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The loan. */
                loan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was done about the instalments of a loan, and what comes next. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planned": {
                     *         "at": "2026-11-21T03:30:00Z",
                     *         "channel": "app",
                     *         "row": 1,
                     *         "step": 2
                     *       },
                     *       "taken": [
                     *         {
                     *           "at": "2026-11-21T03:30:00Z",
                     *           "channel": "app",
                     *           "row": 1,
                     *           "step": 2
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LoanStepsOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_not_found`: There is no such loan in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLoansQuoteQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "count": 12,
                 *       "product": "loan"
                 *     }
                 */
                "application/json": components["schemas"]["QuoteIn"];
            };
        };
        responses: {
            /** @description What a loan would cost if it were paid out today, and how much could be lent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cost": {
                     *         "apr_bps": 2400,
                     *         "effective_bps": 2682,
                     *         "fee": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "interest": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "total": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "lendable": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "most": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "rows": [
                     *         {
                     *           "due_on": "2026-12-21",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "fine": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "interest": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "is_late": false,
                     *           "is_paid": false,
                     *           "n": 1,
                     *           "paid": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "principal": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QuoteOut"];
                };
            };
            /** @description `groups.loan_terms_invalid`: These terms do not make a loan. `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.loan_product_not_found`: This group lends no such loan. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdLogReadLog: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some lines of a group's log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "act": "voted",
                     *           "actor": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "at": "2026-11-21T09:30:00Z",
                     *           "by_this_session": false,
                     *           "data": {
                     *             "choice": "yes",
                     *             "version": 1
                     *           },
                     *           "id": 412,
                     *           "subject": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["LogPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdMembersListMembers: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Who is in, who asked, or who was. */
                status?: components["schemas"]["MemberStatus"];
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some members of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "asked_at": "2026-11-21T09:30:00Z",
                     *           "ended_at": "2026-11-21T09:30:00Z",
                     *           "has_voice": true,
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "joined_at": "2026-11-21T09:30:00Z",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member",
                     *           "saved": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "status": "asked"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdMembersApproveApproveJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The membership. */
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A member of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "has_voice": true,
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "joined_at": "2026-11-21T09:30:00Z",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "role": "member",
                     *       "saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.member_not_found`: There is no such member of this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_full`: The group has as many members as its constitution allows. `groups.group_over`: This group has ended. `groups.voted_on_here`: In this group such a thing is decided by a vote. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdMembersDeclineDeclineJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The membership. */
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A member of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "has_voice": true,
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "joined_at": "2026-11-21T09:30:00Z",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "role": "member",
                     *       "saved": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "status": "asked"
                     *     }
                     */
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.member_not_found`: There is no such member of this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.voted_on_here`: In this group such a thing is decided by a vote. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdPictureGivePicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        /** @description A picture of at most 5 MB; what it is, its content says. */
        requestBody: {
            content: {
                /** @example text */
                "image/jpeg": string;
                /** @example text */
                "image/png": string;
                /** @example text */
                "image/webp": string;
            };
        };
        responses: {
            /** @description The picture of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "picture_url": "/api/v1/group-pictures/0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f?link=AZ..."
                     *     }
                     */
                    "application/json": components["schemas"]["PictureOut"];
                };
            };
            /** @description `groups.not_a_picture`: The file is no picture, or has more than 5 MB. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdPictureRemovePicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdPositionsListPositions: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where some members stand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "dues": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "loan": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "overdue": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "saved": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["PositionPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdPositionsExportCsvExportPositions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "text/csv": unknown;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsListProposals: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only these states; may be repeated. */
                status?: components["schemas"]["ProposalStatus"][];
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some proposals of a group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "asker": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "changes": [
                     *             {
                     *               "becomes": 67,
                     *               "path": "vote.percent",
                     *               "was": 51
                     *             }
                     *           ],
                     *           "decided_at": "2026-11-21T09:30:00Z",
                     *           "executed_at": "2026-11-21T09:30:00Z",
                     *           "expires_at": "2026-11-21T09:30:00Z",
                     *           "failure": "not_enough_in_pot",
                     *           "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "instalments": 6,
                     *           "is_mine": false,
                     *           "kind": "withdraw",
                     *           "lapses_at": "2026-11-21T09:30:00Z",
                     *           "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "may_vote": true,
                     *           "mine": "yes",
                     *           "needs_pin": false,
                     *           "opened_at": "2026-11-21T09:30:00Z",
                     *           "payee": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "reason": "The pump broke",
                     *           "roles": [
                     *             {
                     *               "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *               "person": {
                     *                 "handle": "asha@batua",
                     *                 "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *                 "name": "Asha Devi",
                     *                 "phone": "+91 ••••• ••210",
                     *                 "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *               },
                     *               "role": "member"
                     *             }
                     *           ],
                     *           "split": "net",
                     *           "status": "open",
                     *           "subject": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "tally": {
                     *             "abstain": 0,
                     *             "electors": 5,
                     *             "gone": 0,
                     *             "needed": 3,
                     *             "no": 1,
                     *             "percent": 51,
                     *             "waiting": 2,
                     *             "yes": 2
                     *           },
                     *           "version": 1,
                     *           "words": [
                     *             {
                     *               "holes": {
                     *                 "percent": 51
                     *               },
                     *               "key": "rule.vote.percent"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsPropose: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "constitution": {
                 *         "admission": "invited",
                 *         "dues": [
                 *           {
                 *             "amount_minor": 20000,
                 *             "day": 1,
                 *             "every": 1,
                 *             "fine": {
                 *               "cap_minor": 1,
                 *               "every": "once",
                 *               "flat_minor": 1,
                 *               "grace_days": 1,
                 *               "kind": "none",
                 *               "percent_bps": 1
                 *             },
                 *             "key": "savings",
                 *             "name": "Savings",
                 *             "rhythm": "weekly",
                 *             "rule": "",
                 *             "starts_on": "2026-11-21",
                 *             "weekday": 1
                 *           }
                 *         ],
                 *         "escalation": {
                 *           "quiet_from": 1,
                 *           "quiet_until": 1,
                 *           "steps": [
                 *             {
                 *               "channel": "app",
                 *               "day": 1
                 *             }
                 *           ]
                 *         },
                 *         "loans": [
                 *           {
                 *             "fee_bps": 1,
                 *             "fee_minor": 1,
                 *             "fine": {
                 *               "cap_minor": 1,
                 *               "every": "once",
                 *               "flat_minor": 1,
                 *               "grace_days": 1,
                 *               "kind": "none",
                 *               "percent_bps": 1
                 *             },
                 *             "grace": "none",
                 *             "grace_count": 1,
                 *             "guarantors": 1,
                 *             "interest": "flat",
                 *             "key": "loan",
                 *             "max_count": 1,
                 *             "max_minor": 1,
                 *             "min_count": 1,
                 *             "name": "Loan",
                 *             "period": "week",
                 *             "rate_bps": 1,
                 *             "savings_multiple_pct": 1
                 *           }
                 *         ],
                 *         "max_members": 1,
                 *         "reserve_minor": 1,
                 *         "schema": 1,
                 *         "vote": {
                 *           "delegation_days": 1,
                 *           "delegations": 1,
                 *           "lapse_days": 7,
                 *           "open_hours": 72,
                 *           "percent": 51,
                 *           "second_factor_minor": 50000,
                 *           "weighty_percent": 67
                 *         }
                 *       },
                 *       "kind": "withdraw",
                 *       "payee": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                 *       "reason": "The pump broke",
                 *       "roles": [
                 *         {
                 *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                 *           "role": "member"
                 *         }
                 *       ],
                 *       "split": "net",
                 *       "subject": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalIn"];
            };
        };
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `groups.constitution_invalid`: A setting of the constitution is not as it may be. `groups.proposal_invalid`: A proposal of this kind needs other fields. `groups.words_too_long`: A text is empty, or longer than it may be. `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.member_not_found`: There is no such member of this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `groups.nobody_to_vote`: Nobody could vote on this besides the one who asks or the one whom it is about. `groups.not_enough_in_pot`: There is not so much in the pot that is not set aside already. `groups.not_ready_to_end`: Loans, payouts or contributions are under way in this group, so it cannot end yet. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.too_many_open`: There are enough open proposals in this group. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsReadProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The proposal. */
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.proposal_not_found`: There is no such proposal in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsAmend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The proposal. */
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "payee": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                 *     }
                 */
                "application/json": components["schemas"]["AmendIn"];
            };
        };
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `groups.proposal_invalid`: A proposal of this kind needs other fields. `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `payments.amount_not_positive`: The amount must be above zero. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `groups.only_the_asker`: Only the person who asked can do this to a proposal. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.member_not_found`: There is no such member of this group. `groups.proposal_not_found`: There is no such proposal in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.nobody_to_vote`: Nobody could vote on this besides the one who asks or the one whom it is about. `groups.not_enough_in_pot`: There is not so much in the pot that is not set aside already. `groups.proposal_over`: This proposal is no longer open. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsBallotsListBallots: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The proposal. */
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some ballots of the version that stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "cast_at": "2026-11-21T09:30:00Z",
                     *           "cast_by": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "choice": "yes",
                     *           "is_delegated": false,
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "reason": "We need it"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["BallotPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.proposal_not_found`: There is no such proposal in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsRetryRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The proposal. */
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.proposal_not_found`: There is no such proposal in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.nothing_to_retry`: Only a payout that failed, and that has not lapsed, is tried again. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsTakeBackTakeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The proposal. */
                proposal: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `groups.only_the_asker`: Only the person who asked can do this to a proposal. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.proposal_not_found`: There is no such proposal in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.proposal_over`: This proposal is no longer open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdProposalsVoteVote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path: {
                /** @description The group. */
                id: string;
                /** @description The proposal. */
                proposal: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "choice": "yes",
                 *       "reason": "We need it",
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["VoteIn"];
            };
        };
        responses: {
            /** @description A question to the group, how its vote stands, and what became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "asker": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "changes": [
                     *         {
                     *           "becomes": 67,
                     *           "path": "vote.percent",
                     *           "was": 51
                     *         }
                     *       ],
                     *       "decided_at": "2026-11-21T09:30:00Z",
                     *       "executed_at": "2026-11-21T09:30:00Z",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "not_enough_in_pot",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "instalments": 6,
                     *       "is_mine": false,
                     *       "kind": "withdraw",
                     *       "lapses_at": "2026-11-21T09:30:00Z",
                     *       "loan_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "may_vote": true,
                     *       "mine": "yes",
                     *       "needs_pin": false,
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reason": "The pump broke",
                     *       "roles": [
                     *         {
                     *           "member": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ],
                     *       "split": "net",
                     *       "status": "open",
                     *       "subject": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "tally": {
                     *         "abstain": 0,
                     *         "electors": 5,
                     *         "gone": 0,
                     *         "needed": 3,
                     *         "no": 1,
                     *         "percent": 51,
                     *         "waiting": 2,
                     *         "yes": 2
                     *       },
                     *       "version": 1,
                     *       "words": [
                     *         {
                     *           "holes": {
                     *             "percent": 51
                     *           },
                     *           "key": "rule.vote.percent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description `groups.words_too_long`: A text is empty, or longer than it may be. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.no_vote_in_this`: You have no vote in this proposal: it is about you, or it was opened before you came. `groups.not_in_your_role`: Your role in this group does not let you do that. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.proposal_not_found`: There is no such proposal in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.proposal_changed`: The proposal was changed since you looked at it. `groups.proposal_over`: This proposal is no longer open. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdReceiptsRemoveReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The receipt. */
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.receipt_not_found`: There is no such receipt, or the link to it has ended. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdSplitReadSplit: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description In which proportion; of no meaning once it has ended. */
                rule?: components["schemas"]["SplitRule"];
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A whole pot, shared out; the shares sum to it exactly. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hindrances": [
                     *         "loans_running"
                     *       ],
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "received": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "saved": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "status": "pending"
                     *         }
                     *       ],
                     *       "next": "WyIy",
                     *       "total": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SplitOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdStatementPdfPrintStatement: {
        parameters: {
            query?: {
                /** @description The first day, in the caller's time zone; a year before the last one when absent. */
                since?: string;
                /** @description The last day; today when absent. */
                until?: string;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What moved in the pot in at most a year and five hundred lines, in the caller's language. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/pdf": string;
                };
            };
            /** @description `groups.period_invalid`: A statement covers one day to 366 days, the first before the last. `groups.statement_too_long`: More moved in this period than a printed statement holds. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdTransactionsListTransactions: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only of this membership. */
                member?: string;
            };
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some lines of a group's statement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "balance_after": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "created_at": "2026-11-21T09:30:00Z",
                     *           "failure": "declined",
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "kind": "contribution",
                     *           "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "note": "For March",
                     *           "person": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *           "receipts": 1,
                     *           "settled_at": "2026-11-21T09:30:00Z",
                     *           "status": "pending"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdTransactionsContribute: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "note": "For March",
                 *       "plan": "savings"
                 *     }
                 */
                "application/json": components["schemas"]["ContributeIn"];
            };
        };
        responses: {
            /** @description What went into a pot or, below zero, out of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "kind": "contribution",
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "note": "For March",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "receipts": 1,
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TransactionOut"];
                };
            };
            /** @description `groups.wrong_currency`: The pot holds another currency. `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.dues_plan_not_found`: The rules of this group have no such dues. `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.key_reused`: This Idempotency-Key belongs to another order of yours. `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdTransactionsReadTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The transaction. */
                transaction: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went into a pot or, below zero, out of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "kind": "contribution",
                     *       "member_id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "note": "For March",
                     *       "person": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "proposal_id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "receipts": 1,
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TransactionOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.transaction_not_found`: There is no such transaction in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdTransactionsReceiptsListReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The transaction. */
                transaction: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipts of a transaction. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "added_at": "2026-11-21T09:30:00Z",
                     *           "added_by": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *           "may_remove": true,
                     *           "media_type": "image/jpeg",
                     *           "size": 180000,
                     *           "url": "/api/v1/group-receipts/0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60?link=AZ..."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Receipts"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.transaction_not_found`: There is no such transaction in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdTransactionsReceiptsAddReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
                /** @description The transaction. */
                transaction: string;
            };
            cookie?: never;
        };
        /** @description A picture or a PDF of at most 10 MB; what it is, its content says. */
        requestBody: {
            content: {
                /** @example text */
                "application/pdf": string;
                /** @example text */
                "image/jpeg": string;
                /** @example text */
                "image/png": string;
                /** @example text */
                "image/webp": string;
            };
        };
        responses: {
            /** @description A file at a transaction. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added_at": "2026-11-21T09:30:00Z",
                     *       "added_by": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha Devi",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *       "may_remove": true,
                     *       "media_type": "image/jpeg",
                     *       "size": 180000,
                     *       "url": "/api/v1/group-receipts/0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60?link=AZ..."
                     *     }
                     */
                    "application/json": components["schemas"]["ReceiptOut"];
                };
            };
            /** @description `groups.not_a_receipt`: The file is neither a picture nor a document that only shows something. `groups.receipt_too_large`: The file has more than 10 MB. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. `groups.transaction_not_found`: There is no such transaction in this group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_over`: This group has ended. `groups.too_many_receipts`: This transaction has ten receipts already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsIdTransactionsExportCsvExportTransactions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The group. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "text/csv": unknown;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.not_in_your_role`: Your role in this group does not let you do that. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.group_not_found`: There is no such group of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsInvitesListMyInvites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the caller is asked in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "expires_at": "2026-11-21T09:30:00Z",
                     *           "group": {
                     *             "currency": "INR",
                     *             "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *             "is_women_only": false,
                     *             "kind": "simple_pot",
                     *             "members": 12,
                     *             "name": "Friends of the well",
                     *             "purpose": "A new pump"
                     *           },
                     *           "invited_by": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha Devi",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "role": "member"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MyInvites"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsInvitesLookLookAtLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "secret": "q3Zk0cV1u7mXo9b2s5dTfA"
                 *     }
                 */
                "application/json": components["schemas"]["SecretIn"];
            };
        };
        responses: {
            /** @description What somebody may know of a group before she is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "currency": "INR",
                     *       "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *       "is_women_only": false,
                     *       "kind": "simple_pot",
                     *       "members": 12,
                     *       "name": "Friends of the well",
                     *       "purpose": "A new pump"
                     *     }
                     */
                    "application/json": components["schemas"]["Glimpse"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.invite_not_found`: There is no such invite. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsJoinJoinByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "secret": "q3Zk0cV1u7mXo9b2s5dTfA"
                 *     }
                 */
                "application/json": components["schemas"]["SecretIn"];
            };
        };
        responses: {
            /** @description What came of joining: she is in, or has asked to be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "group": {
                     *         "currency": "INR",
                     *         "id": "0198c5f4-31b2-7a10-8c44-6a1b2c3d4e5f",
                     *         "is_women_only": false,
                     *         "kind": "simple_pot",
                     *         "members": 12,
                     *         "name": "Friends of the well",
                     *         "purpose": "A new pump"
                     *       },
                     *       "me": {
                     *         "has_voice": true,
                     *         "id": "0198c5f4-5c0d-7e21-9f00-7b2c3d4e5f60",
                     *         "joined_at": "2026-11-21T09:30:00Z",
                     *         "rights": [
                     *           "read"
                     *         ],
                     *         "role": "member",
                     *         "status": "asked"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Joining"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.women_only`: This group is for women, and asks for a verified member. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.invite_not_found`: There is no such invite. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `groups.already_member`: This person is in the group, or has asked to be. `groups.group_full`: The group has as many members as its constitution allows. `groups.group_over`: This group has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsKindsListKinds: {
        parameters: {
            query?: {
                /** @description Currency of the amounts in them; rupees when absent. */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a new group can start as. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "constitution": {
                     *             "admission": "invited",
                     *             "dues": [
                     *               {
                     *                 "amount_minor": 20000,
                     *                 "day": 1,
                     *                 "every": 1,
                     *                 "fine": {
                     *                   "cap_minor": 1,
                     *                   "every": "once",
                     *                   "flat_minor": 1,
                     *                   "grace_days": 1,
                     *                   "kind": "none",
                     *                   "percent_bps": 1
                     *                 },
                     *                 "key": "savings",
                     *                 "name": "Savings",
                     *                 "rhythm": "weekly",
                     *                 "rule": "",
                     *                 "starts_on": "2026-11-21",
                     *                 "weekday": 1
                     *               }
                     *             ],
                     *             "escalation": {
                     *               "quiet_from": 1,
                     *               "quiet_until": 1,
                     *               "steps": [
                     *                 {
                     *                   "channel": "app",
                     *                   "day": 1
                     *                 }
                     *               ]
                     *             },
                     *             "loans": [
                     *               {
                     *                 "fee_bps": 1,
                     *                 "fee_minor": 1,
                     *                 "fine": {
                     *                   "cap_minor": 1,
                     *                   "every": "once",
                     *                   "flat_minor": 1,
                     *                   "grace_days": 1,
                     *                   "kind": "none",
                     *                   "percent_bps": 1
                     *                 },
                     *                 "grace": "none",
                     *                 "grace_count": 1,
                     *                 "guarantors": 1,
                     *                 "interest": "flat",
                     *                 "key": "loan",
                     *                 "max_count": 1,
                     *                 "max_minor": 1,
                     *                 "min_count": 1,
                     *                 "name": "Loan",
                     *                 "period": "week",
                     *                 "rate_bps": 1,
                     *                 "savings_multiple_pct": 1
                     *               }
                     *             ],
                     *             "max_members": 1,
                     *             "reserve_minor": 1,
                     *             "schema": 1,
                     *             "vote": {
                     *               "delegation_days": 1,
                     *               "delegations": 1,
                     *               "lapse_days": 7,
                     *               "open_hours": 72,
                     *               "percent": 51,
                     *               "second_factor_minor": 50000,
                     *               "weighty_percent": 67
                     *             }
                     *           },
                     *           "kind": "simple_pot",
                     *           "words": [
                     *             {
                     *               "holes": {
                     *                 "percent": 51
                     *               },
                     *               "key": "rule.vote.percent"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Kinds"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1GroupsRolesListRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every role; what no role may do, such as paying out, is voted on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "rights": [
                     *             "read"
                     *           ],
                     *           "role": "member"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Roles"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1HandlesHandle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A handle, with or without @batua. */
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a handle can be had. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "available": true
                     *     }
                     */
                    "application/json": components["schemas"]["HandleOut"];
                };
            };
            /** @description `identity.bad_handle`: A handle has 3 to 30 of a to z, 0 to 9, dot, dash and underscore. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1LedgerBlocksListBlocks: {
        parameters: {
            query?: {
                /** @description Where to go on. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blocks, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "entries": 4096,
                     *           "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "n": 7,
                     *           "postings": 8192,
                     *           "sealed_at": "2026-11-21T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["BlocksOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1LedgerExportExport: {
        parameters: {
            query?: {
                /** @description How it is written. */
                format?: components["schemas"]["Format"];
                /** @description Postings recorded, and holds made, from this moment on, RFC 3339. */
                from?: string;
                /** @description Before this moment, RFC 3339. */
                until?: string;
                /** @description Which sheet; together the three are the whole. */
                what?: components["schemas"]["Sheet"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    /** @description Seconds by which the answer may be behind the newest state; 0 when the primary answered. What the caller has written before is in it all the same. */
                    "Batua-Data-Age": number;
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "application/octet-stream": unknown;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `ledger.period_invalid`: The period ends before it begins. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1LedgerHeadReadHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The end of the chain. Kept by anybody, it proves later what was written until then. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": 12000,
                     *       "head": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *       "n": 7,
                     *       "sealed_at": "2026-11-21T09:30:00Z",
                     *       "waiting": 12
                     *     }
                     */
                    "application/json": components["schemas"]["HeadOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1LedgerVerificationsListVerifications: {
        parameters: {
            query?: {
                /** @description Where to go on. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "asked_at": "2026-11-21T09:30:00Z",
                     *           "done": 81920,
                     *           "ended_at": "2026-11-21T09:30:00Z",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "part": "postings",
                     *           "report": {
                     *             "accounts": 1,
                     *             "blocks": 1,
                     *             "damages": [
                     *               {
                     *                 "fault": "text",
                     *                 "part": "accounts",
                     *                 "row": "account 0198… version 7",
                     *                 "table": "ledger.posting"
                     *               }
                     *             ],
                     *             "entries": 1,
                     *             "holds": 1,
                     *             "parts": [
                     *               {
                     *                 "name": "accounts",
                     *                 "note": "text",
                     *                 "rows": 512
                     *               }
                     *             ],
                     *             "postings": 1
                     *           },
                     *           "started_at": "2026-11-21T09:30:00Z",
                     *           "state": "waiting",
                     *           "total": 1000000
                     *         }
                     *       ],
                     *       "next": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationsOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1LedgerVerificationsAskVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A run of `verify`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asked_at": "2026-11-21T09:30:00Z",
                     *       "done": 81920,
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "part": "postings",
                     *       "report": {
                     *         "accounts": 1,
                     *         "blocks": 1,
                     *         "damages": [
                     *           {
                     *             "fault": "text",
                     *             "part": "accounts",
                     *             "row": "account 0198… version 7",
                     *             "table": "ledger.posting"
                     *           }
                     *         ],
                     *         "entries": 1,
                     *         "holds": 1,
                     *         "parts": [
                     *           {
                     *             "name": "accounts",
                     *             "note": "text",
                     *             "rows": 512
                     *           }
                     *         ],
                     *         "postings": 1
                     *       },
                     *       "started_at": "2026-11-21T09:30:00Z",
                     *       "state": "waiting",
                     *       "total": 1000000
                     *     }
                     */
                    "application/json": components["schemas"]["VerificationOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1LimitsListLimits: {
        parameters: {
            query?: {
                /** @description Currency; the default one when absent. */
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's limits in one currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "kind": "per_send",
                     *           "left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "resets_at": "2026-11-21T09:30:00Z",
                     *           "used": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LimitsOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What somebody sees of herself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-03-01T10:00:00Z",
                     *       "email": "asha@example.org",
                     *       "handle": "asha@batua",
                     *       "has_pin": true,
                     *       "id": "0197d5c0-0000-7000-8000-000000000001",
                     *       "language": "hi",
                     *       "name": "Asha Devi",
                     *       "phone": "+919876543210",
                     *       "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *       "roles": [
                     *         "person"
                     *       ],
                     *       "time_zone": "Asia/Kolkata"
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_such_person`: There is nobody with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeChangeMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "asha@example.org",
                 *       "handle": "asha@batua",
                 *       "language": "hi",
                 *       "name": "Asha Devi",
                 *       "time_zone": "Asia/Kolkata"
                 *     }
                 */
                "application/json": components["schemas"]["ProfileIn"];
            };
        };
        responses: {
            /** @description What somebody sees of herself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-03-01T10:00:00Z",
                     *       "email": "asha@example.org",
                     *       "handle": "asha@batua",
                     *       "has_pin": true,
                     *       "id": "0197d5c0-0000-7000-8000-000000000001",
                     *       "language": "hi",
                     *       "name": "Asha Devi",
                     *       "phone": "+919876543210",
                     *       "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *       "roles": [
                     *         "person"
                     *       ],
                     *       "time_zone": "Asia/Kolkata"
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description `identity.bad_email`: The e-mail address is not written as one. `identity.bad_handle`: A handle has 3 to 30 of a to z, 0 to 9, dot, dash and underscore. `identity.bad_name`: A name has 1 to 100 characters and at least one letter. `identity.unknown_language`: Batua does not speak that language yet. `identity.unknown_time_zone`: There is no such time zone. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.handle_taken`: Somebody else has this handle. `identity.too_many_handles`: You have already had five handles, and they stay yours. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeDevicesDevices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All known devices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "created_at": "2026-03-01T10:00:00Z",
                     *           "id": "0197d5c0-0000-7000-8000-000000000001",
                     *           "is_current": true,
                     *           "last_seen_at": "2026-03-01T10:00:00Z",
                     *           "name": "Chrome · Android",
                     *           "sessions": [
                     *             {
                     *               "created_at": "2026-03-01T10:00:00Z",
                     *               "id": "0197d5c0-0000-7000-8000-000000000001",
                     *               "is_current": true,
                     *               "last_used_at": "2026-03-01T10:00:00Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Devices"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeDevicesIdRevokeDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Names the one that is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_such_device`: You have no such device. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeDevicesIdNameDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Names the one that is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kitchen tablet"
                 *     }
                 */
                "application/json": components["schemas"]["DeviceIn"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_such_device`: You have no such device. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MePasswordChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "mango tree by the well",
                 *       "new": "mango tree by the well"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `identity.weak_password`: The password is too easy to guess. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_password`: The current password is another one. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MePhotoPutPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The picture, at most 5 MB and 40 megapixels. */
        requestBody: {
            content: {
                /** @example text */
                "image/jpeg": string;
                /** @example text */
                "image/png": string;
                /** @example text */
                "image/webp": string;
            };
        };
        responses: {
            /** @description What somebody sees of herself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-03-01T10:00:00Z",
                     *       "email": "asha@example.org",
                     *       "handle": "asha@batua",
                     *       "has_pin": true,
                     *       "id": "0197d5c0-0000-7000-8000-000000000001",
                     *       "language": "hi",
                     *       "name": "Asha Devi",
                     *       "phone": "+919876543210",
                     *       "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *       "roles": [
                     *         "person"
                     *       ],
                     *       "time_zone": "Asia/Kolkata"
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description `identity.bad_photo`: The photo is not a picture that can be read. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MePhotoRemovePhoto: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What somebody sees of herself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-03-01T10:00:00Z",
                     *       "email": "asha@example.org",
                     *       "handle": "asha@batua",
                     *       "has_pin": true,
                     *       "id": "0197d5c0-0000-7000-8000-000000000001",
                     *       "language": "hi",
                     *       "name": "Asha Devi",
                     *       "phone": "+919876543210",
                     *       "photo_url": "/api/v1/people/0197d5c0-0000-7000-8000-000000000001/photo?v=3f9a1c",
                     *       "roles": [
                     *         "person"
                     *       ],
                     *       "time_zone": "Asia/Kolkata"
                     *     }
                     */
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MePinChangePin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                 *       "code": "204417",
                 *       "current_pin": "739164",
                 *       "new_pin": "482915",
                 *       "password": "mango tree by the well"
                 *     }
                 */
                "application/json": components["schemas"]["PinIn"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `identity.pin_proof_missing`: A new PIN needs the current one, or the password together with a code. `identity.weak_pin`: The PIN is too easy to guess. `identity.wrong_code`: The code is not the one that was sent. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.wrong_password`: The current password is another one. `identity.wrong_pin`: The PIN is another one. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.code_expired`: The code is older than ten minutes, used, or replaced by a newer one. `identity.code_spent`: The code was wrong five times and is no longer valid. `identity.pin_missing`: There is no PIN yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.pin_locked`: The PIN was wrong three times in a row and is locked for a while. `identity.pin_reset_too_soon`: The account was recovered less than a day ago, so the PIN cannot be replaced yet. `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MePinCodeAskPinCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A code is on its way, if there is somebody to send it to. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "challenge": "Jx0bT5nGkq3cQYw1vVd7Zr2mPa8sLfEh9uXoIi4tN6g",
                     *       "expires_at": "2026-03-01T10:00:00Z",
                     *       "resend_after_s": 30,
                     *       "sent_to": "+91 ••••• ••210"
                     *     }
                     */
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.pin_reset_too_soon`: The account was recovered less than a day ago, so the PIN cannot be replaced yet. `identity.too_many_tries`: This was tried too often. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeQrMyQr: {
        parameters: {
            query?: {
                /** @description Amount the code asks for, in minor units. */
                amount_minor?: number;
                /** @description Currency of the amount; the default one when absent. */
                currency?: string;
                /** @description Note that the code carries. */
                note?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's own QR code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "svg": "<svg …></svg>",
                     *       "text": "https://batua.example/pay?to=asha@batua&am=12.50&cu=INR"
                     *     }
                     */
                    "application/json": components["schemas"]["QrOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeSessionsIdRevokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Names the one that is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_such_session`: You have no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1MeSessionsRevokeOthersRevokeOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1NotificationsListNotifications: {
        parameters: {
            query?: {
                /** @description Where to go on. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only those not read yet. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notifications, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "body": "Asha Devi sent you ₹125.00. It is in your wallet.",
                     *           "created_at": "2026-11-21T09:30:00Z",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "kind": "received",
                     *           "link": "/payments/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "read_at": "2026-11-21T09:30:00Z",
                     *           "title": "Money from Asha Devi"
                     *         }
                     *       ],
                     *       "next": "text",
                     *       "unread": 3
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationsOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1NotificationsReadMarkRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "all": true,
                 *       "ids": [
                 *         "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MarkIn"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `notifications.nothing_to_mark`: The request names neither notifications nor all of them. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1NotificationsWishesReadWishes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the caller wishes to be reached outside the app; the app itself always tells her. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "off": [
                     *         "call"
                     *       ],
                     *       "quiet_from": 21,
                     *       "quiet_until": 8
                     *     }
                     */
                    "application/json": components["schemas"]["WishesShape"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1NotificationsWishesChangeWishes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "off": [
                 *         "call"
                 *       ],
                 *       "quiet_from": 21,
                 *       "quiet_until": 8
                 *     }
                 */
                "application/json": components["schemas"]["WishesShape"];
            };
        };
        responses: {
            /** @description How the caller wishes to be reached outside the app; the app itself always tells her. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "off": [
                     *         "call"
                     *       ],
                     *       "quiet_from": 21,
                     *       "quiet_until": 8
                     *     }
                     */
                    "application/json": components["schemas"]["WishesShape"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `notifications.bad_wishes`: Quiet hours are whole hours from 0 to 23. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PayeesSearchPayees: {
        parameters: {
            query: {
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Beginning of a name or handle, or a number. */
                search: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some people who can be paid. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "handle": "asha@batua",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "last_paid_at": "2026-11-21T09:30:00Z",
                     *           "name": "Asha D•••",
                     *           "paid_before": true,
                     *           "phone": "+91 ••••• ••210",
                     *           "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Payees"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PayeesLookUpLookUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "handle": "asha@batua",
                 *       "phone": "+919876543210",
                 *       "qr": "upi://pay?pa=asha@batua&am=12.50&cu=INR"
                 *     }
                 */
                "application/json": components["schemas"]["LookUpIn"];
            };
        };
        responses: {
            /** @description Who a look-up found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "handle": "asha@batua",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "last_paid_at": "2026-11-21T09:30:00Z",
                     *       "name": "Asha D•••",
                     *       "note": "Tiffin",
                     *       "paid_before": true,
                     *       "phone": "+91 ••••• ••210",
                     *       "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *     }
                     */
                    "application/json": components["schemas"]["FoundOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `payments.handle_not_readable`: The text is not a handle. `payments.look_up_by_one`: A look-up names a phone, a handle or a QR text, and only one of them. `payments.phone_not_readable`: The text is not a telephone number. `payments.qr_not_readable`: The QR code says nothing that this wallet can pay. `payments.qr_of_another_network`: The QR code belongs to a payee outside this wallet. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_not_found`: Nobody with a wallet was found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_is_yourself`: Payer and payee are the same person. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. `payments.too_many_misses`: Too many look-ups found nobody within the last hour. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PayeesRecentListRecent: {
        parameters: {
            query?: {
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some people who can be paid. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "handle": "asha@batua",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "last_paid_at": "2026-11-21T09:30:00Z",
                     *           "name": "Asha D•••",
                     *           "paid_before": true,
                     *           "phone": "+91 ••••• ••210",
                     *           "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Payees"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentSendSend: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "note": "Dinner",
                 *       "payee": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                 *     }
                 */
                "application/json": components["schemas"]["SendIn"];
            };
        };
        responses: {
            /** @description A payment as the caller's side sees it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "failure": "declined",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "kind": "send",
                     *       "note": "Dinner",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reference": "7K2M9QXW4TBA",
                     *       "request_id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_not_found`: Nobody with a wallet was found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.key_reused`: This Idempotency-Key belongs to another order of yours. `payments.no_wallet_of_yours`: You hold no wallet in this currency. `payments.payee_has_no_wallet`: The payee holds no wallet in this currency. `payments.payee_is_yourself`: Payer and payee are the same person. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsListPayments: {
        parameters: {
            query?: {
                /** @description Only this currency. */
                currency?: string;
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description Only money in, or only money out. */
                direction?: components["schemas"]["Direction"];
                /** @description From this moment on, RFC 3339. */
                from?: string;
                /** @description Only these kinds; may be repeated. */
                kind?: components["schemas"]["PaymentKind"][];
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Largest amount. */
                max_minor?: number;
                /** @description Smallest amount. */
                min_minor?: number;
                /** @description Only payments with this person. */
                person?: string;
                /** @description Only these states; may be repeated. */
                status?: components["schemas"]["PaymentStatus"][];
                /** @description Words of the note, the reference, or the name of the other side. */
                text?: string;
                /** @description Before this moment, RFC 3339. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some payments. */
            200: {
                headers: {
                    /** @description Seconds by which the answer may be behind the newest state; 0 when the primary answered. What the caller has written before is in it all the same. */
                    "Batua-Data-Age": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "balance_after": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "created_at": "2026-11-21T09:30:00Z",
                     *           "direction": "in",
                     *           "failure": "declined",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "kind": "send",
                     *           "note": "Dinner",
                     *           "other": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha D•••",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "reference": "7K2M9QXW4TBA",
                     *           "request_id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *           "settled_at": "2026-11-21T09:30:00Z",
                     *           "status": "pending"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. `payments.filter_invalid`: The filters contradict one another. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsSend: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "note": "Dinner",
                 *       "payee": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                 *     }
                 */
                "application/json": components["schemas"]["SendIn"];
            };
        };
        responses: {
            /** @description A payment as the caller's side sees it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "failure": "declined",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "kind": "send",
                     *       "note": "Dinner",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reference": "7K2M9QXW4TBA",
                     *       "request_id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_not_found`: Nobody with a wallet was found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.key_reused`: This Idempotency-Key belongs to another order of yours. `payments.no_wallet_of_yours`: You hold no wallet in this currency. `payments.payee_has_no_wallet`: The payee holds no wallet in this currency. `payments.payee_is_yourself`: Payer and payee are the same person. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsIdReadPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A payment as the caller's side sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "failure": "declined",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "kind": "send",
                     *       "note": "Dinner",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reference": "7K2M9QXW4TBA",
                     *       "request_id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payment_not_found`: There is no such payment of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsIdReceiptPdfReadReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt of a payment as a PDF, in the caller's language and time zone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "application/pdf": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payment_not_found`: There is no such payment of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchSendBatch: {
        parameters: {
            query?: {
                /** @description `all`: all lines or none; `each`: each on its own. For NDJSON; JSON says it in the body. */
                mode?: components["schemas"]["BatchMode"];
                /** @description What the payer calls the batch, for NDJSON. */
                name?: string;
            };
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "amount": {
                 *             "currency": "INR",
                 *             "minor": 12500
                 *           },
                 *           "note": "Salary of May",
                 *           "payee": "asha@batua"
                 *         }
                 *       ],
                 *       "mode": "all",
                 *       "name": "Salaries of May"
                 *     }
                 */
                "application/json": components["schemas"]["BatchIn"];
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "note": "Salary of May",
                 *       "payee": "asha@batua"
                 *     }
                 */
                "application/x-ndjson": components["schemas"]["BatchItemIn"];
            };
        };
        responses: {
            /** @description A batch with what became of every line. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": {
                     *         "begun_at": "2026-11-21T09:30:00Z",
                     *         "finished_at": "2026-11-21T09:30:00Z",
                     *         "id": "0198c5f4-33aa-7c01-9e77-1020304050aa",
                     *         "items": 48,
                     *         "mode": "all",
                     *         "name": "Salaries of May",
                     *         "refused": 1,
                     *         "sent": 47,
                     *         "sent_totals": [
                     *           {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         ],
                     *         "status": "running",
                     *         "totals": [
                     *           {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         ]
                     *       },
                     *       "results": [
                     *         {
                     *           "line": 1,
                     *           "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "refusal": {
                     *             "code": "payments.payee_not_found",
                     *             "detail": "Nobody with a wallet was found.",
                     *             "facts": {},
                     *             "todo": "Check the number."
                     *           },
                     *           "status": "sent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchAnswer"];
                    /**
                     * @example {
                     *       "line": 1,
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "refusal": {
                     *         "code": "payments.payee_not_found",
                     *         "detail": "Nobody with a wallet was found.",
                     *         "facts": {},
                     *         "todo": "Check the number."
                     *       },
                     *       "status": "sent"
                     *     }
                     */
                    "application/x-ndjson": components["schemas"]["ResultOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.batch_too_long`: A batch has at least one line, and no more than a batch may have. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.batch_refused`: Some lines cannot go, and all were to go together: nothing moved. `payments.key_reused`: This Idempotency-Key belongs to another order of yours. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchPreviewPreviewBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "amount": {
                 *             "currency": "INR",
                 *             "minor": 12500
                 *           },
                 *           "note": "Salary of May",
                 *           "payee": "asha@batua"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ItemsIn"];
                /** @example text */
                "text/csv": string;
            };
        };
        responses: {
            /** @description What a batch would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "good": 47,
                     *       "lines": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "errors": [
                     *             {
                     *               "code": "payments.payee_not_found",
                     *               "detail": "Nobody with a wallet was found.",
                     *               "facts": {},
                     *               "field": "recipient",
                     *               "todo": "Check the number."
                     *             }
                     *           ],
                     *           "line": 2,
                     *           "note": "Salary of May",
                     *           "payee": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "last_paid_at": "2026-11-21T09:30:00Z",
                     *             "name": "Asha D•••",
                     *             "paid_before": true,
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "recipient": "+919876543210",
                     *           "warnings": [
                     *             "paid_twice"
                     *           ]
                     *         }
                     *       ],
                     *       "needs_pin": true,
                     *       "totals": [
                     *         {
                     *           "balance_after": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "day_left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "month_left": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "per_send": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "total": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ],
                     *       "wrong": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `payments.batch_too_long`: A batch has at least one line, and no more than a batch may have. `payments.columns_missing`: The first row does not name the columns that are needed. `payments.file_not_readable`: The file is not text with a line for each payment. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchesListBatches: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some batches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "begun_at": "2026-11-21T09:30:00Z",
                     *           "finished_at": "2026-11-21T09:30:00Z",
                     *           "id": "0198c5f4-33aa-7c01-9e77-1020304050aa",
                     *           "items": 48,
                     *           "mode": "all",
                     *           "name": "Salaries of May",
                     *           "refused": 1,
                     *           "sent": 47,
                     *           "sent_totals": [
                     *             {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             }
                     *           ],
                     *           "status": "running",
                     *           "totals": [
                     *             {
                     *               "currency": "INR",
                     *               "minor": 12500
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["BatchPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchesIdReadBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A batch as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "begun_at": "2026-11-21T09:30:00Z",
                     *       "finished_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f4-33aa-7c01-9e77-1020304050aa",
                     *       "items": 48,
                     *       "mode": "all",
                     *       "name": "Salaries of May",
                     *       "refused": 1,
                     *       "sent": 47,
                     *       "sent_totals": [
                     *         {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       ],
                     *       "status": "running",
                     *       "totals": [
                     *         {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.batch_not_found`: There is no such batch of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchesIdContinueContinueBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A batch with what became of every line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "batch": {
                     *         "begun_at": "2026-11-21T09:30:00Z",
                     *         "finished_at": "2026-11-21T09:30:00Z",
                     *         "id": "0198c5f4-33aa-7c01-9e77-1020304050aa",
                     *         "items": 48,
                     *         "mode": "all",
                     *         "name": "Salaries of May",
                     *         "refused": 1,
                     *         "sent": 47,
                     *         "sent_totals": [
                     *           {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         ],
                     *         "status": "running",
                     *         "totals": [
                     *           {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         ]
                     *       },
                     *       "results": [
                     *         {
                     *           "line": 1,
                     *           "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "refusal": {
                     *             "code": "payments.payee_not_found",
                     *             "detail": "Nobody with a wallet was found.",
                     *             "facts": {},
                     *             "todo": "Check the number."
                     *           },
                     *           "status": "sent"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BatchAnswer"];
                    /**
                     * @example {
                     *       "line": 1,
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "refusal": {
                     *         "code": "payments.payee_not_found",
                     *         "detail": "Nobody with a wallet was found.",
                     *         "facts": {},
                     *         "todo": "Check the number."
                     *       },
                     *       "status": "sent"
                     *     }
                     */
                    "application/x-ndjson": components["schemas"]["ResultOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.batch_not_found`: There is no such batch of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchesIdResultsListResults: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only such lines. */
                status?: components["schemas"]["LineStatus"];
            };
            header?: never;
            path: {
                /** @description The batch. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some lines of a batch. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "line": 1,
                     *           "note": "Salary of May",
                     *           "payee": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha D•••",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "refusal": {
                     *             "code": "payments.payee_not_found",
                     *             "detail": "Nobody with a wallet was found.",
                     *             "facts": {},
                     *             "todo": "Check the number."
                     *           },
                     *           "status": "sent"
                     *         }
                     *       ],
                     *       "next": "WzFd"
                     *     }
                     */
                    "application/json": components["schemas"]["LinePage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.batch_not_found`: There is no such batch of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsBatchesIdResultsCsvExportResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "text/csv": unknown;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.batch_not_found`: There is no such batch of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsCheckCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "payee": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                 *     }
                 */
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description What a send would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "limits_left": {
                     *         "day": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "month": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         },
                     *         "per_send": {
                     *           "currency": "INR",
                     *           "minor": 12500
                     *         }
                     *       },
                     *       "needs_pin": true,
                     *       "paid_before": false,
                     *       "payee": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "last_paid_at": "2026-11-21T09:30:00Z",
                     *         "name": "Asha D•••",
                     *         "paid_before": true,
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reasons": [
                     *         "amount"
                     *       ],
                     *       "total": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CheckOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `payments.amount_not_positive`: The amount must be above zero. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_not_found`: Nobody with a wallet was found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.no_wallet_of_yours`: You hold no wallet in this currency. `payments.payee_has_no_wallet`: The payee holds no wallet in this currency. `payments.payee_is_yourself`: Payer and payee are the same person. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PaymentsExportCsvExport: {
        parameters: {
            query?: {
                /** @description Only this currency. */
                currency?: string;
                /** @description Only money in, or only money out. */
                direction?: components["schemas"]["Direction"];
                /** @description From this moment on, RFC 3339. */
                from?: string;
                /** @description Only these kinds; may be repeated. */
                kind?: components["schemas"]["PaymentKind"][];
                /** @description Largest amount. */
                max_minor?: number;
                /** @description Smallest amount. */
                min_minor?: number;
                /** @description Only payments with this person. */
                person?: string;
                /** @description Only these states; may be repeated. */
                status?: components["schemas"]["PaymentStatus"][];
                /** @description Words of the note, the reference, or the name of the other side. */
                text?: string;
                /** @description Before this moment, RFC 3339. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    /** @description Seconds by which the answer may be behind the newest state; 0 when the primary answered. What the caller has written before is in it all the same. */
                    "Batua-Data-Age": number;
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "text/csv": unknown;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. `payments.filter_invalid`: The filters contradict one another. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1PeopleIdPhotoPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Names the one that is meant. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your photo, or that of somebody you have paid or been paid by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example text */
                    "image/jpeg": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.no_such_photo`: There is no photo here that you may see. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsListRequests: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description `out` for what the caller asked, `in` for what she was asked. */
                direction?: components["schemas"]["Direction"];
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only these states; may be repeated. */
                status?: components["schemas"]["RequestStatus"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "closed_at": "2026-11-21T09:30:00Z",
                     *           "created_at": "2026-11-21T09:30:00Z",
                     *           "direction": "in",
                     *           "expires_at": "2026-11-21T09:30:00Z",
                     *           "id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *           "note": "Rent of May",
                     *           "other": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha D•••",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "reminded_at": "2026-11-21T09:30:00Z",
                     *           "status": "open"
                     *         }
                     *       ],
                     *       "next": "WyIy"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsAsk: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "expires_in_days": 7,
                 *       "note": "Rent of May",
                 *       "payer": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
                 *     }
                 */
                "application/json": components["schemas"]["AskIn"];
            };
        };
        responses: {
            /** @description A request as the caller's side sees it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "closed_at": "2026-11-21T09:30:00Z",
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "note": "Rent of May",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reminded_at": "2026-11-21T09:30:00Z",
                     *       "status": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. `payments.request_term_invalid`: A request stays open for 1 to 90 days. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_not_found`: Nobody with a wallet was found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.key_reused`: This Idempotency-Key belongs to another order of yours. `payments.no_wallet_of_yours`: You hold no wallet in this currency. `payments.payee_is_yourself`: Payer and payee are the same person. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.too_many_open_requests`: This person has enough unanswered requests of yours. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsIdReadRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A request as the caller's side sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "closed_at": "2026-11-21T09:30:00Z",
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "note": "Rent of May",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reminded_at": "2026-11-21T09:30:00Z",
                     *       "status": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_not_found`: There is no such request of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsIdCancelCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A request as the caller's side sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "closed_at": "2026-11-21T09:30:00Z",
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "note": "Rent of May",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reminded_at": "2026-11-21T09:30:00Z",
                     *       "status": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. `payments.only_the_asker`: Only the person who asked can remind of a request or cancel it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_not_found`: There is no such request of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_closed`: The request was already answered or taken back. `payments.request_expired`: The request expired before it was answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsIdDeclineDecline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A request as the caller's side sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "closed_at": "2026-11-21T09:30:00Z",
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "note": "Rent of May",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reminded_at": "2026-11-21T09:30:00Z",
                     *       "status": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. `payments.only_the_one_asked`: Only the person who was asked can pay or decline a request. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_not_found`: There is no such request of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_closed`: The request was already answered or taken back. `payments.request_expired`: The request expired before it was answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsIdPayPay: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path: {
                /** @description The request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A payment as the caller's side sees it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance_after": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "failure": "declined",
                     *       "fee": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "kind": "send",
                     *       "note": "Dinner",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "reference": "7K2M9QXW4TBA",
                     *       "request_id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["PaymentOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `payments.amount_not_positive`: The amount must be above zero. `payments.note_too_long`: The note is longer than a note may be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. `payments.only_the_one_asked`: Only the person who was asked can pay or decline a request. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payee_not_found`: Nobody with a wallet was found. `payments.request_not_found`: There is no such request of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.key_reused`: This Idempotency-Key belongs to another order of yours. `payments.no_wallet_of_yours`: You hold no wallet in this currency. `payments.payee_has_no_wallet`: The payee holds no wallet in this currency. `payments.payee_is_yourself`: Payer and payee are the same person. `payments.request_closed`: The request was already answered or taken back. `payments.request_expired`: The request expired before it was answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1RequestsIdRemindRemind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The request. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A request as the caller's side sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "closed_at": "2026-11-21T09:30:00Z",
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "direction": "in",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *       "note": "Rent of May",
                     *       "other": {
                     *         "handle": "asha@batua",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "name": "Asha D•••",
                     *         "phone": "+91 ••••• ••210",
                     *         "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *       },
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reminded_at": "2026-11-21T09:30:00Z",
                     *       "status": "open"
                     *     }
                     */
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. `payments.only_the_asker`: Only the person who asked can remind of a request or cancel it. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_not_found`: There is no such request of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.request_closed`: The request was already answered or taken back. `payments.request_expired`: The request expired before it was answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.reminded_today`: A request is reminded of once a day at most. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1SearchSearch: {
        parameters: {
            query: {
                /** @description How many items a page holds. */
                limit?: number;
                /** @description A name, handle, number or word of a note. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payments": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "balance_after": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "created_at": "2026-11-21T09:30:00Z",
                     *           "direction": "in",
                     *           "failure": "declined",
                     *           "fee": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "kind": "send",
                     *           "note": "Dinner",
                     *           "other": {
                     *             "handle": "asha@batua",
                     *             "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *             "name": "Asha D•••",
                     *             "phone": "+91 ••••• ••210",
                     *             "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *           },
                     *           "reference": "7K2M9QXW4TBA",
                     *           "request_id": "0198c5f2-9a10-7d33-b2c1-7788990011aa",
                     *           "settled_at": "2026-11-21T09:30:00Z",
                     *           "status": "pending"
                     *         }
                     *       ],
                     *       "people": [
                     *         {
                     *           "handle": "asha@batua",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "last_paid_at": "2026-11-21T09:30:00Z",
                     *           "name": "Asha D•••",
                     *           "paid_before": true,
                     *           "phone": "+91 ••••• ••210",
                     *           "photo_url": "/api/v1/people/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e/photo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SearchOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1TopUpsTopUp: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TopUpIn"];
            };
        };
        responses: {
            /** @description A top-up. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "checkout_url": "https://pay.example/checkout/co_0198c5f0",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TopUpOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. `payments.amount_not_positive`: The amount must be above zero. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger.account_closed`: The account is closed to entries and holds. `payments.key_reused`: This Idempotency-Key belongs to another order of yours. `payments.no_rail`: This installation is connected to no payment provider. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1TopUpsIdReadTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A top-up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "checkout_url": "https://pay.example/checkout/co_0198c5f0",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TopUpOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payment_not_found`: There is no such payment of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1TopUpsIdAskAskTopUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A top-up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "checkout_url": "https://pay.example/checkout/co_0198c5f0",
                     *       "expires_at": "2026-11-21T09:30:00Z",
                     *       "failure": "declined",
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["TopUpOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payment_not_found`: There is no such payment of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.too_many_requests`: Too many requests came from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WalletsListWallets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's wallets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "available": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "balance": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "currency": "INR",
                     *           "id": "0198c5f3-11aa-7c4e-8d21-0a1b2c3d4e5f",
                     *           "opened_at": "2026-11-21T09:30:00Z",
                     *           "pending_in": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "pending_out": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Wallets"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WalletsOpenWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currency": "USD"
                 *     }
                 */
                "application/json": components["schemas"]["OpenWallet"];
            };
        };
        responses: {
            /** @description A wallet and what is in it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "available": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "currency": "INR",
                     *       "id": "0198c5f3-11aa-7c4e-8d21-0a1b2c3d4e5f",
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "pending_in": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "pending_out": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WalletOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WalletsIdReadWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A wallet and what is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "available": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "balance": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "currency": "INR",
                     *       "id": "0198c5f3-11aa-7c4e-8d21-0a1b2c3d4e5f",
                     *       "opened_at": "2026-11-21T09:30:00Z",
                     *       "pending_in": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "pending_out": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WalletOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.wallet_not_found`: There is no such wallet of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WalletsIdBalanceReadBalance: {
        parameters: {
            query?: {
                /** @description The moment, RFC 3339; now when absent. */
                at?: string;
            };
            header?: never;
            path: {
                /** @description The wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a wallet held at a moment. */
            200: {
                headers: {
                    /** @description Seconds by which the answer may be behind the newest state; 0 when the primary answered. What the caller has written before is in it all the same. */
                    "Batua-Data-Age": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-21T09:30:00Z",
                     *       "balance": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BalanceOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.wallet_not_found`: There is no such wallet of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WalletsIdStatementReadStatement: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description How many items a page holds. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Some movements of a wallet. */
            200: {
                headers: {
                    /** @description Seconds by which the answer may be behind the newest state; 0 when the primary answered. What the caller has written before is in it all the same. */
                    "Batua-Data-Age": number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "amount": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "balance_after": {
                     *             "currency": "INR",
                     *             "minor": 12500
                     *           },
                     *           "entry_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "kind": "send",
                     *           "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *           "recorded_at": "2026-11-21T09:30:00Z"
                     *         }
                     *       ],
                     *       "next": "WzEyXQ"
                     *     }
                     */
                    "application/json": components["schemas"]["StatementOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.wallet_not_found`: There is no such wallet of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WalletsIdStatementExportExportStatement: {
        parameters: {
            query?: {
                /** @description How it is written. */
                format?: components["schemas"]["Format"];
            };
            header?: never;
            path: {
                /** @description The wallet. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    /** @description Seconds by which the answer may be behind the newest state; 0 when the primary answered. What the caller has written before is in it all the same. */
                    "Batua-Data-Age": number;
                    [name: string]: unknown;
                };
                content: {
                    /** @example null */
                    "application/octet-stream": unknown;
                    /** @example text */
                    "application/vnd.apache.parquet": string;
                    /** @example text */
                    "application/x-ndjson": string;
                    /** @example text */
                    "text/csv": string;
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.wallet_not_found`: There is no such wallet of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookDeliveriesListWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `next` of the page before; absent for the first. */
                cursor?: string;
                /** @description Only for this endpoint. */
                endpoint?: string;
                /** @description From this moment on, RFC 3339. */
                from?: string;
                /** @description Only of this kind. */
                kind?: string;
                /** @description How many items a page holds. */
                limit?: number;
                /** @description Only of this state. */
                state?: components["schemas"]["DeliveryState"];
                /** @description Before this moment, RFC 3339. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the delivery log, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "due_at": "2026-11-21T09:30:00Z",
                     *           "ended_at": "2026-11-21T09:30:00Z",
                     *           "endpoint": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "failure": "given_up",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "kind": "payments.sent",
                     *           "message": "evt_0198c5f07d3a7b1e9c552f1d8a4b6c3e",
                     *           "queued_at": "2026-11-21T09:30:00Z",
                     *           "state": "queued",
                     *           "tries": 1
                     *         }
                     *       ],
                     *       "next": "text"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveriesOut"];
                };
            };
            /** @description `kit.bad_cursor`: The cursor was not made by this list. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookDeliveriesIdReadWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The delivery. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A delivery with what it says, and its tries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "body": "{}",
                     *       "delivery": {
                     *         "due_at": "2026-11-21T09:30:00Z",
                     *         "ended_at": "2026-11-21T09:30:00Z",
                     *         "endpoint": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "failure": "given_up",
                     *         "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *         "kind": "payments.sent",
                     *         "message": "evt_0198c5f07d3a7b1e9c552f1d8a4b6c3e",
                     *         "queued_at": "2026-11-21T09:30:00Z",
                     *         "state": "queued",
                     *         "tries": 1
                     *       },
                     *       "tries": [
                     *         {
                     *           "answer": "ok",
                     *           "began_at": "2026-11-21T09:30:00Z",
                     *           "number": 1,
                     *           "outcome": "taken",
                     *           "status": 200,
                     *           "took_ms": 84
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookToldOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_delivery`: There is no such delivery in the log. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookDeliveriesIdReplayReplayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The delivery. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event for one endpoint. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "due_at": "2026-11-21T09:30:00Z",
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "endpoint": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "failure": "given_up",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kind": "payments.sent",
                     *       "message": "evt_0198c5f07d3a7b1e9c552f1d8a4b6c3e",
                     *       "queued_at": "2026-11-21T09:30:00Z",
                     *       "state": "queued",
                     *       "tries": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_delivery`: There is no such delivery in the log. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.endpoint_is_gone`: The endpoint of this delivery was removed. `webhooks.endpoint_is_paused`: The endpoint is paused, so nothing is sent to it but tests. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsListWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All endpoints, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "changed_at": "2026-11-21T09:30:00Z",
                     *           "description": "Bookkeeping",
                     *           "failing_since": "2026-11-21T09:30:00Z",
                     *           "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *           "kinds": [
                     *             "payments.sent"
                     *           ],
                     *           "made_at": "2026-11-21T09:30:00Z",
                     *           "paused_at": "2026-11-21T09:30:00Z",
                     *           "paused_because": "officer",
                     *           "previous_until": "2026-11-21T09:30:00Z",
                     *           "state": "enabled",
                     *           "url": "https://books.example.org/batua"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointsOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsRegisterWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Bookkeeping",
                 *       "kinds": [
                 *         "payments.sent"
                 *       ],
                 *       "url": "https://books.example.org/batua"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointIn"];
            };
        };
        responses: {
            /** @description An endpoint with its new secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_at": "2026-11-21T09:30:00Z",
                     *       "description": "Bookkeeping",
                     *       "failing_since": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kinds": [
                     *         "payments.sent"
                     *       ],
                     *       "made_at": "2026-11-21T09:30:00Z",
                     *       "paused_at": "2026-11-21T09:30:00Z",
                     *       "paused_because": "officer",
                     *       "previous_until": "2026-11-21T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "state": "enabled",
                     *       "url": "https://books.example.org/batua"
                     *     }
                     */
                    "application/json": components["schemas"]["NewWebhookEndpointOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `webhooks.bad_address`: An endpoint has an https address on the public internet. `webhooks.unknown_kind`: A kind that is asked for is not published. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.too_many_endpoints`: There are as many endpoints as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsIdReadWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An address of an integrator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_at": "2026-11-21T09:30:00Z",
                     *       "description": "Bookkeeping",
                     *       "failing_since": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kinds": [
                     *         "payments.sent"
                     *       ],
                     *       "made_at": "2026-11-21T09:30:00Z",
                     *       "paused_at": "2026-11-21T09:30:00Z",
                     *       "paused_because": "officer",
                     *       "previous_until": "2026-11-21T09:30:00Z",
                     *       "state": "enabled",
                     *       "url": "https://books.example.org/batua"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_endpoint`: There is no such endpoint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsIdRemoveWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_endpoint`: There is no such endpoint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsIdChangeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "text",
                 *       "kinds": [
                 *         "text"
                 *       ],
                 *       "state": "enabled",
                 *       "url": "text"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointChangeIn"];
            };
        };
        responses: {
            /** @description An address of an integrator. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_at": "2026-11-21T09:30:00Z",
                     *       "description": "Bookkeeping",
                     *       "failing_since": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kinds": [
                     *         "payments.sent"
                     *       ],
                     *       "made_at": "2026-11-21T09:30:00Z",
                     *       "paused_at": "2026-11-21T09:30:00Z",
                     *       "paused_because": "officer",
                     *       "previous_until": "2026-11-21T09:30:00Z",
                     *       "state": "enabled",
                     *       "url": "https://books.example.org/batua"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `webhooks.bad_address`: An endpoint has an https address on the public internet. `webhooks.unknown_kind`: A kind that is asked for is not published. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_endpoint`: There is no such endpoint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsIdReplayReplayFailedWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-11-21T09:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookReplayIn"];
            };
        };
        responses: {
            /** @description What is sent again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 12,
                     *       "has_more": true
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookReplayOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_endpoint`: There is no such endpoint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.endpoint_is_paused`: The endpoint is paused, so nothing is sent to it but tests. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsIdRotateSecretRotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endpoint with its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_at": "2026-11-21T09:30:00Z",
                     *       "description": "Bookkeeping",
                     *       "failing_since": "2026-11-21T09:30:00Z",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kinds": [
                     *         "payments.sent"
                     *       ],
                     *       "made_at": "2026-11-21T09:30:00Z",
                     *       "paused_at": "2026-11-21T09:30:00Z",
                     *       "paused_because": "officer",
                     *       "previous_until": "2026-11-21T09:30:00Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "state": "enabled",
                     *       "url": "https://books.example.org/batua"
                     *     }
                     */
                    "application/json": components["schemas"]["NewWebhookEndpointOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_endpoint`: There is no such endpoint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookEndpointsIdTestTestWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event for one endpoint. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "due_at": "2026-11-21T09:30:00Z",
                     *       "ended_at": "2026-11-21T09:30:00Z",
                     *       "endpoint": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "failure": "given_up",
                     *       "id": "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e",
                     *       "kind": "payments.sent",
                     *       "message": "evt_0198c5f07d3a7b1e9c552f1d8a4b6c3e",
                     *       "queued_at": "2026-11-21T09:30:00Z",
                     *       "state": "queued",
                     *       "tries": 1
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhooks.no_such_endpoint`: There is no such endpoint. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhookKindsListWebhookKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every kind that an endpoint may want. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "text",
                     *           "schema": {},
                     *           "summary": "Money went out."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookKindsOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WebhooksProviderReceive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the provider that calls. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `gateways.bad_callback`: The callback is signed, but it cannot be read. `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gateways.bad_signature`: The callback is not signed by the provider, or is older than five minutes. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `gateways.no_such_provider`: No provider of this name is connected. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WithdrawalsWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once for each order: the same key gives the same answer for ever. */
                "Idempotency-Key": string;
                /** @description Proof that the PIN was given in this session within five minutes. */
                "Step-Up-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "currency": "INR",
                 *         "minor": 12500
                 *       },
                 *       "destination": {
                 *         "account_number": "50100123456789",
                 *         "ifsc": "HDFC0000001",
                 *         "kind": "bank",
                 *         "name": "Asha Devi"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawIn"];
            };
        };
        responses: {
            /** @description A withdrawal. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "destination": {
                     *         "id": "0198c5f3-1b20-7e44-a3d2-99aabbccdd00",
                     *         "kind": "bank",
                     *         "masked": "HDFC •••• 6789",
                     *         "used_at": "2026-11-21T09:30:00Z"
                     *       },
                     *       "failure": "account_closed",
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reference": "7K2M9QXW4TBA",
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. `kit.idempotency_key_missing`: A request that moves money carries an Idempotency-Key of 1 to 255 visible characters. `kit.unknown_currency`: This is not the code of an active ISO 4217 currency. `payments.amount_not_positive`: The amount must be above zero. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.step_up_expired`: The PIN was given more than five minutes ago, or has changed since. `identity.step_up_required`: This needs your PIN first. `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.destination_not_found`: There is no such bank account among those you used. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ledger.account_closed`: The account is closed to entries and holds. `ledger.not_enough_money`: The available balance would fall below its floor. `payments.key_reused`: This Idempotency-Key belongs to another order of yours. `payments.no_rail`: This installation is connected to no payment provider. `payments.no_wallet_of_yours`: You hold no wallet in this currency. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.day_limit_reached`: This payment would pass what may go in one day. `payments.month_limit_reached`: This payment would pass what may go in one month. `payments.send_limit_reached`: The amount is above what may go in one payment. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WithdrawalsIdReadWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The payment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A withdrawal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "amount": {
                     *         "currency": "INR",
                     *         "minor": 12500
                     *       },
                     *       "created_at": "2026-11-21T09:30:00Z",
                     *       "destination": {
                     *         "id": "0198c5f3-1b20-7e44-a3d2-99aabbccdd00",
                     *         "kind": "bank",
                     *         "masked": "HDFC •••• 6789",
                     *         "used_at": "2026-11-21T09:30:00Z"
                     *       },
                     *       "failure": "account_closed",
                     *       "id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "payment_id": "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4",
                     *       "reference": "7K2M9QXW4TBA",
                     *       "settled_at": "2026-11-21T09:30:00Z",
                     *       "status": "pending"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalOut"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payments.payment_not_found`: There is no such payment of yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ApiV1WithdrawalsDestinationsListDestinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bank accounts that the caller used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0198c5f3-1b20-7e44-a3d2-99aabbccdd00",
                     *           "kind": "bank",
                     *           "masked": "HDFC •••• 6789",
                     *           "used_at": "2026-11-21T09:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Destinations"];
                };
            };
            /** @description `kit.bad_field`: A field of the request is not as it should be. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `identity.access_expired`: The access token is older than ten minutes. `identity.not_signed_in`: The request carries no access token that can be read. `identity.session_ended`: The session is over. `kit.not_signed_in`: The request carries no valid access token. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.not_permitted`: The caller's roles do not include the permission that this needs. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `kit.unavailable`: The service cannot answer just now; nothing was changed. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
