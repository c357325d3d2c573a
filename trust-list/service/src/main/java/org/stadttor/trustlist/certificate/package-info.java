// SPDX-License-Identifier: EUPL-1.2
/** Certificates as people paste, read and question them. Decides nothing about trust. */
@NullMarked
package org.stadttor.trustlist.certificate;

import org.jspecify.annotations.NullMarked;
