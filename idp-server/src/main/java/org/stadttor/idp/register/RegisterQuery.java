// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register;

/**
 * What is looked for in the register; empty texts look for nothing.
 *
 * @param identifier of the legal person in either form, or the client id
 * @param claimPath a JSON array, or the name of a claim
 */
public record RegisterQuery(
        String identifier,
        String legalName,
        String tradeName,
        String policy,
        String intendedUse,
        String claimPath,
        String after,
        int limit) {

    /** The longest page. */
    public static final int LIMIT = 100;

    /** The longest text that is looked for. */
    public static final int TEXT_LIMIT = 300;

    /** Everything about one relying party. */
    public static RegisterQuery of(String identifier) {
        return new RegisterQuery(identifier, "", "", "", "", "", "", LIMIT);
    }

    /** The claim path in the form in which it is stored. */
    public String claimPathJson() {
        return claimPath.isEmpty() || claimPath.startsWith("[")
                ? claimPath.replace(" ", "")
                : "[\"" + claimPath + "\"]";
    }
}
