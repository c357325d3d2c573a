// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stadttor.staff.SignIn;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.StaffMembers;
import org.stadttor.staff.StaffSettings;

/**
 * Who stands behind a key, with what they and the key may do at this moment. A key of somebody who is suspended is dead,
 * and so is one that was made by a click in the sandbox where there is no sandbox.
 */
public final class AuthenticateApiKey {

    private final ApiKeys keys;
    private final StaffMembers members;
    private final StaffSettings settings;
    private final Clock clock;

    public AuthenticateApiKey(ApiKeys keys, StaffMembers members, StaffSettings settings, Clock clock) {
        this.keys = keys;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    /** The person behind the key; empty if it is none, or none any more. */
    public Optional<StaffMember> authenticate(String untrusted) {
        return ApiKeySecret.parse(untrusted)
                .flatMap(secret -> keys.find(secret.hash()))
                .filter(key -> key.isLive(clock.instant()))
                .filter(key -> key.madeBy() != SignIn.SANDBOX || settings.sandboxSignIn())
                .flatMap(this::member);
    }

    private Optional<StaffMember> member(ApiKey key) {
        Optional<StaffMember> member = members.findActive(key.owner())
                .map(account ->
                        new StaffMember(account.id(), account.name(), key.effective(account.grants()), SignIn.API_KEY));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (member.isPresent() && !today.equals(key.lastUsed())) {
            keys.used(key.id(), today);
        }
        return member;
    }
}
