// SPDX-License-Identifier: EUPL-1.2
/** Staff look for a mistake: what the verifiers say of a credential or token, check by check. */
@NullMarked
package org.stadttor.idp.explanation.web;

import org.jspecify.annotations.NullMarked;
