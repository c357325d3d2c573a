// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.issuer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.stadttor.trustlist.lote.ListProfile;

/** For what somebody is trusted. Each purpose is one published list with numbers of its own. */
public enum ListPurpose {
    /** Person identification data. */
    PID("pid-providers", "PID providers", "PID", ListProfile.PID),
    /** Attestations of attributes issued by or for a public body. */
    PUB_EAA("pub-eaa-providers", "PubEAA providers", "PubEAA", ListProfile.PUB_EAA),
    /** Other attestations of attributes, qualified or not. */
    EAA("eaa-providers", "EAA providers", "EAA", ListProfile.EAA),
    /** Wallet solutions. */
    WALLET("wallet-providers", "Wallet providers", "wallet solution", ListProfile.WALLET),
    /** Access certificates of relying parties (WRPAC). */
    ACCESS_CERTIFICATE("wrpac-providers", "WRPAC providers", "access certificates", ListProfile.WRPAC),
    /** Registration certificates of relying parties (WRPRC). */
    REGISTRATION_CERTIFICATE("wrprc-providers", "WRPRC providers", "registration certificates", ListProfile.WRPRC);

    private final String listName;
    private final String title;
    private final String service;
    private final ListProfile profile;

    ListPurpose(String listName, String title, String service, ListProfile profile) {
        this.listName = listName;
        this.title = title;
        this.service = service;
        this.profile = profile;
    }

    /** The purpose whose list has that name. */
    public static Optional<ListPurpose> ofList(String listName) {
        return Arrays.stream(values()).filter(p -> p.listName.equals(listName)).findFirst();
    }

    /** The purpose of that {@link #code()}. */
    public static Optional<ListPurpose> of(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    /** Stable name for forms, storage and interfaces. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The last part of the address of its list. */
    public String listName() {
        return listName;
    }

    /** What SchemeName says after the territory, in English. */
    public String title() {
        return title;
    }

    /** The profile of its list. */
    public ListProfile profile() {
        return profile;
    }

    String service() {
        return service;
    }
}
