// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import org.jspecify.annotations.Nullable;
import org.stadttor.idp.organisation.Contact;
import org.stadttor.idp.organisation.LegalEntity;
import org.stadttor.idp.organisation.SupervisoryAuthority;
import org.stadttor.idp.organisation.UnitDetails;

/** The details of an organisation as a form sends them; a service and a unit are asked for the same. */
final class OrganisationForm {

    private OrganisationForm() {}

    static UnitDetails details(FormFields form) {
        return new UnitDetails(entity(form), contact(form), authority(form), publicBody(form));
    }

    static LegalEntity entity(FormFields form) {
        String name = form.text("legal_entity.legal_name");
        String identifier = form.text("legal_entity.identifier");
        String address = form.text("legal_entity.address");
        boolean nothing = name.isEmpty() && identifier.isEmpty() && address.isEmpty();
        // The country is preset; alone it says nothing.
        return nothing
                ? LegalEntity.empty()
                : new LegalEntity(name, identifier, form.text("legal_entity.country"), address);
    }

    static Contact contact(FormFields form) {
        return new Contact(form.text("contact.email"), form.text("contact.phone"), form.text("contact.support_uri"));
    }

    static SupervisoryAuthority authority(FormFields form) {
        String name = form.text("supervisory_authority.name");
        String country = form.text("supervisory_authority.country");
        SupervisoryAuthority typed = new SupervisoryAuthority(
                name,
                country.isEmpty() ? form.text("legal_entity.country") : country,
                form.text("supervisory_authority.email"),
                form.text("supervisory_authority.phone"),
                form.text("supervisory_authority.form_uri"));
        boolean nothing = name.isEmpty()
                && typed.email().isEmpty()
                && typed.phone().isEmpty()
                && typed.formUri().isEmpty();
        return nothing ? SupervisoryAuthority.empty() : typed;
    }

    /** Null where the form leaves it to the unit above. */
    static @Nullable Boolean publicBody(FormFields form) {
        return switch (form.text("public_body")) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }
}
