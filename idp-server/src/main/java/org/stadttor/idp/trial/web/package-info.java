// SPDX-License-Identifier: EUPL-1.2
/** The pages of trials. */
@NullMarked
package org.stadttor.idp.trial.web;

import org.jspecify.annotations.NullMarked;
